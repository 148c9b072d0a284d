package io.redress.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.configfile.InvalidConfiguration;
import io.redress.permission.Permission;
import io.redress.permission.Role;
import io.redress.permission.TicketScope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiKeysReadingTest {

    private static final String HASH = ApiKeyText.written(ApiKeyText.hash("rdk_crm"));
    private static final String LONG = "a key of more than 32 characters, as it should be";
    private static final Map<String, String> ENVIRONMENT = Map.of("REPORTS", LONG, "SHORT", "secret");

    @TempDir
    Path folder;

    @Test
    void a_key_has_a_hash_and_the_scopes_that_are_written() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), HASH.replace('0', '1') + "\n");
        List<ApiKey> keys = read("""
                keys:
                  crm: {key: "%s", scopes: [tickets.read, agent], teams: [logistics], categories: [damage], expires: 2027-07-01}
                  reports: {key: "${REPORTS}", scopes: [figures.read]}
                  erp: {key: "file:%s", scopes: [auditor]}
                """.formatted(HASH, secret));

        ApiKey crm = keys.get(0);
        assertThat(crm.isFor(ApiKeyText.hash("rdk_crm"))).isTrue();
        assertThat(crm.actor().permissions()).isEqualTo(Role.AGENT.permissions());
        assertThat(crm.tickets()).isEqualTo(new TicketScope(Set.of("logistics"), Set.of("damage")));
        assertThat(crm.isExpired(Instant.parse("2027-06-30T23:59:59Z"))).isFalse();
        assertThat(crm.isExpired(Instant.parse("2027-07-01T00:00:00Z"))).isTrue();
        assertThat(keys.get(1).isFor(ApiKeyText.hash(LONG))).isTrue();
        assertThat(keys.get(1).actor().permissions()).containsExactly(Permission.FIGURES_READ);
        assertThat(keys.toString()).as("no secret in a log").isEqualTo("[key crm, key reports, key erp]");
    }

    @Test
    void without_a_file_and_with_the_shipped_one_there_are_no_keys() {
        assertThat(reader(folder.resolve("none"), ENVIRONMENT).read()).isEmpty();
        assertThat(reader(Path.of("config/api-keys.yaml"), ENVIRONMENT).read()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "keys: {crm: {key: rdk_plain-text, scopes: [agent]}} | neither a hash nor a reference | key generate",
                "keys: {crm: {key: '{sha256}abc', scopes: [agent]}} | neither a hash nor a reference | key generate",
                "keys: {crm: {scopes: [agent]}} | no hash | key generate",
                "keys: {crm: {key: '${REPORTS}'}} | no scopes | tickets.read",
                "keys: {crm: {key: '${REPORTS}', scopes: []}} | scopes | tickets.read",
                "keys: {crm: {key: '${NOT_SET}', scopes: [agent]}} | NOT_SET is not set | key generate",
                "keys: {crm: {key: '${SHORT}', scopes: [agent]}} | shorter than 32 | key generate",
                "keys: {crm: {key: 'file:/nowhere', scopes: [agent]}} | /nowhere cannot be read | key generate",
                "keys: {crm: {key: '${REPORTS}', scopes: [ticket.read]}} | 'ticket.read' is not one of the scopes | did you mean 'tickets.read'",
                "keys: {crm: {key: '${REPORTS}', scopes: [agent], teams: [logistic]}} | 'logistic' is not one of the teams | did you mean 'logistics'",
                "keys: {crm: {key: '${REPORTS}', scopes: [agent], categories: [damge]}} | not one of the categories | did you mean 'damage'",
                "keys: {crm: {key: '${REPORTS}', scopes: [agent], expires: next year}} | is no day | 2027-07-01",
                "keys: {crm: {key: '${REPORTS}', scopes: [agent]}, erp: {key: '${REPORTS}', scopes: [agent]}} | the same as key 'crm' | of its own",
                "keys: {default: {key: '${REPORTS}', scopes: [agent]}} | REDRESS_API_KEY | another one",
                "keys: {'a b': {key: '${REPORTS}', scopes: [agent]}} | unusable | another one",
                "keys: {crm: {key: '${REPORTS}', scopes: [agent], expire: 2027-07-01}} | unknown key 'expire' | expires"
            },
            quoteCharacter = '~')
    void a_mistake_is_told_with_its_place_and_remedy(String yaml, String problem, String remedy) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessageContaining("api-keys.yaml:1: ")
                .hasMessageContaining(problem)
                .hasMessageContaining(remedy)
                .hasMessageNotContaining("plain-text");
    }

    @Test
    void a_check_asks_for_no_secret() throws Exception {
        Files.writeString(file(), "keys: {crm: {key: \"${NOT_SET}\", scopes: [agent]}}");
        assertThat(reader(file(), null).read()).isEmpty();
    }

    @Test
    void a_key_that_ends_soon_is_told_with_its_line() throws Exception {
        Files.writeString(file(), """
                keys:
                  crm: {key: "${NOT_SET}", scopes: [agent], expires: 2027-07-01}
                  erp: {key: "${NOT_SET}", scopes: [agent], expires: 2028-07-01}
                  dms: {key: "${NOT_SET}", scopes: [agent]}
                """);
        assertThat(reader(file(), null).ending(Instant.parse("2027-06-01T00:00:00Z")))
                .hasSize(1)
                .first()
                .asString()
                .contains("api-keys.yaml:2: key 'crm' of the API ends on 2027-07-01 → make the next one");
        assertThat(reader(file(), null).ending(Instant.parse("2027-05-31T00:00:00Z")))
                .isEmpty();
    }

    private List<ApiKey> read(String yaml) throws Exception {
        Files.writeString(file(), yaml);
        return reader(file(), ENVIRONMENT).read();
    }

    private Path file() {
        return folder.resolve("api-keys.yaml");
    }

    private static ApiKeysReader reader(Path file, Map<String, String> environment) {
        return new ApiKeysReader(
                file, Set.of("logistics"), Set.of("damage"), environment == null ? null : environment::get);
    }
}

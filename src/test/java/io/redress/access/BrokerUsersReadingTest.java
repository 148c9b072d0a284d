package io.redress.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.configfile.InvalidConfiguration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokerUsersReadingTest {

    private static final String HASH = "{bcrypt}$2a$10$" + "a".repeat(53);
    private static final Map<String, String> ENVIRONMENT = Map.of("ERP", "a long enough secret", "SHORT", "secret");

    @TempDir
    Path folder;

    @Test
    void a_user_has_a_password_and_the_rights_that_are_written() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "another long secret\n");
        BrokerUsers users = read("""
                users:
                  erp: {password: "%s", reads: [quality, damage], writes: [tickets.updates]}
                  crm: {password: "${ERP}", reads: [all, escalations], writes: [tickets.updates, callbacks.outcomes]}
                  dialler: {password: "file:%s", reads: [callbacks.due]}
                """.formatted(HASH, secret));

        BrokerUser erp = users.find("erp").orElseThrow();
        assertThat(erp.reads()).containsExactlyInAnyOrder("quality", "damage");
        assertThat(erp.readsAll()).isFalse();
        assertThat(erp.writes()).containsExactly("tickets.updates");
        assertThat(users.find("crm").orElseThrow().readsAll()).isTrue();
        assertThat(users.find("crm").orElseThrow().password()).isEqualTo(new Password("a long enough secret", false));
        assertThat(users.find("dialler").orElseThrow().password().text()).isEqualTo("another long secret");
        assertThat(users.toString()).as("no secret in a log").doesNotContain("secret\"", "long", "aaaa");
    }

    @Test
    void without_a_file_nobody_is_named() {
        assertThat(reader().read().isEmpty()).isTrue();
    }

    @Test
    void a_user_of_the_file_takes_the_place_of_the_one_of_the_settings() throws Exception {
        BrokerUsers users = read("users: {redress: {password: \"%s\", reads: [quality]}}".formatted(HASH))
                .with(BrokerUser.only("redress", "x"));

        assertThat(users.find("redress").orElseThrow().readsAll()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "users: {erp: {password: plain text secret, reads: [quality]}} | is in the file as plain text | broker-user hash",
                "users: {erp: {password: '{noop}secret', reads: [quality]}} | is not a hash | broker-user hash",
                "users: {erp: {password: '{MD5}abc', reads: [quality]}} | is not a hash | broker-user hash",
                "users: {erp: {reads: [quality]}} | no password | broker-user hash",
                "users: {erp: {password: '${NOT_SET}', reads: [quality]}} | NOT_SET is not set | remove the entry",
                "users: {erp: {password: '${SHORT}', reads: [quality]}} | shorter than 12 | longer password",
                "users: {erp: {password: 'file:/nowhere', reads: [quality]}} | /nowhere cannot be read | readable for the hub",
                "users: {erp: {password: '${ERP}', reads: [qualty]}} | reads 'qualty' | did you mean 'quality'",
                "users: {erp: {password: '${ERP}', reads: [intake]}} | reads 'intake' | Known:",
                "users: {erp: {password: '${ERP}', reads: [complaints.>]}} | reads 'complaints.>' | Known:",
                "users: {erp: {password: '${ERP}', writes: [intake]}} | writes 'intake' | Known:",
                "users: {erp: {password: '${ERP}'}} | may neither read nor write | remove the user",
                "users: {erp: {password: '${ERP}', red: [quality]}} | unknown key 'red' | reads",
                "users: {erp: {password: '${ERP}', reads: [quality]}, erp: {password: '${ERP}', reads: [damage]}} | Duplicate field 'erp' | write",
                "users: {redress-hub: {password: '${ERP}', reads: [quality]}} | the hub's own name | another one",
                "users: {'a b': {password: '${ERP}', reads: [quality]}} | unusable | another one",
                "users: {erp: plain text secret} | user 'erp' has neither password nor rights | docs/broker.md",
                "users: {erp: {password: [plain text secret], reads: [quality]}} | is no text | broker-user hash",
                "user: {} | unknown key 'user' | users"
            },
            quoteCharacter = '~')
    void a_mistake_is_told_with_its_place_and_remedy(String yaml, String problem, String remedy) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessageContaining("broker-users.yaml:1: ")
                .hasMessageContaining(problem)
                .hasMessageContaining(remedy)
                .hasMessageNotContaining("plain text secret");
    }

    @Test
    void a_hash_that_would_keep_a_processor_busy_is_refused() {
        String costly = "users: {erp: {password: \"" + HASH.replace("$10$", "$31$") + "\", reads: [quality]}}";
        assertThatThrownBy(() -> read(costly)).hasMessageContaining("cost of 10 to 14");
    }

    @Test
    void a_check_asks_for_no_secret() throws Exception {
        write("users: {erp: {password: \"${NOT_SET}\", reads: [quality]}}");
        var check = new BrokerUsersReader(file(), Set.of("quality"), "redress-hub", new PasswordSource(null));
        assertThat(check.read().find("erp")).isPresent();
    }

    private BrokerUsers read(String yaml) throws Exception {
        write(yaml);
        return reader().read();
    }

    private void write(String yaml) throws Exception {
        Files.writeString(file(), yaml);
    }

    private Path file() {
        return BrokerUsersReader.file(folder);
    }

    private BrokerUsersReader reader() {
        return new BrokerUsersReader(
                file(), Set.of("quality", "damage"), "redress-hub", new PasswordSource(ENVIRONMENT::get));
    }
}

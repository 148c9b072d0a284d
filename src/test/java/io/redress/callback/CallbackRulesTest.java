package io.redress.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallbackRulesTest {

    private static final ZoneId SHOP = ZoneId.of("Asia/Shanghai");

    @TempDir
    Path folder;

    @Test
    void the_shipped_rules_are_those_of_the_handbooks() {
        CallbackRules rules = CallbackRules.read(Path.of("config"), SHOP);

        assertThat(rules.after()).isEqualTo(Duration.ofHours(24));
        assertThat(rules.within()).isEqualTo(Duration.ofHours(48));
        assertThat(rules.most()).isEqualTo(3);
        assertThat(rules.capacity()).isEqualTo(10);
        assertThat(rules.ownerFirst()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void a_phone_number_tells_its_customer_s_zone_by_its_longest_beginning() throws IOException {
        write("calendar: desk\nzones: {\"+1\": America/New_York, \"+1808\": Pacific/Honolulu}\n");
        CallbackRules rules = CallbackRules.read(folder, SHOP);

        assertThat(rules.customer("+12125550100").zone()).isEqualTo(ZoneId.of("America/New_York"));
        assertThat(rules.customer("+18085550100").zone()).isEqualTo(ZoneId.of("Pacific/Honolulu"));
        assertThat(rules.customer("+8613800138000").zone()).isEqualTo(SHOP);
        assertThat(rules.customer(null).zone()).isEqualTo(SHOP);
    }

    @Test
    void every_mistake_is_told_with_its_line_and_a_remedy() throws IOException {
        write("""
                calendar: nowhere
                hours: late
                zones: {"+86": Asia/Shangai}
                holidays: {"86": desk}
                plan: {after: 24h, within: 2h}
                slot: soon
                capacity: 0
                attempts: {most: 99}
                """);

        List<Finding> findings = findings();

        assertThat(findings).extracting(Finding::line).contains(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(findings).allMatch(finding -> !finding.remedy().isBlank());
        assertThat(findings.toString()).contains("unknown calendar 'nowhere'", "Asia/Shangai", "within is shorter");
    }

    @Test
    void a_slot_longer_than_every_opening_is_a_mistake() throws IOException {
        write("calendar: desk\nslot: 10h\n");

        assertThat(findings()).singleElement().matches(finding -> finding.problem()
                .contains("as long as a slot"));
    }

    private List<Finding> findings() {
        InvalidConfiguration error =
                catchThrowableOfType(InvalidConfiguration.class, () -> CallbackRules.read(folder, SHOP));
        return error.findings();
    }

    private void write(String yaml) throws IOException {
        Files.createDirectories(folder.resolve("calendars"));
        Files.writeString(
                folder.resolve("calendars/desk.yaml"), "zone: Asia/Shanghai\nhours: {monday: \"09:00-18:00\"}\n");
        Files.writeString(folder.resolve("callbacks.yaml"), yaml);
    }
}

package io.redress.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.configfile.InvalidConfiguration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertRulesTest {

    @TempDir
    Path config;

    @BeforeEach
    void roles() throws Exception {
        Files.writeString(
                config.resolve("service-levels.yaml"), "roles:\n  desk: {mail: \"\"}\n  supervisor: {mail: \"\"}\n");
    }

    @Test
    void the_shipped_file_tells_the_desk_after_two_minutes() {
        assertThat(AlertRules.read(Path.of("config"))).isEqualTo(new AlertRules("desk", Duration.ofMinutes(2)));
    }

    @Test
    void a_folder_of_an_earlier_version_has_the_queue_told() {
        assertThat(AlertRules.read(config)).isEqualTo(new AlertRules(null, Duration.ofMinutes(2)));
    }

    @ParameterizedTest
    @CsvSource({"30s, PT30S", "0s, PT0S", "5 min, PT5M", "2h, PT2H"})
    void times_are_read(String written, String time) throws Exception {
        assertThat(read("to: supervisor\nafter: " + written))
                .isEqualTo(new AlertRules("supervisor", Duration.parse(time)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "to: supervisr|service-levels.yaml has no role 'supervisr' → did you mean 'supervisor'?",
                "after: soon|'soon' is not a time → write it like after: 2min (s, min or h)",
                "after: -1min|'-1min' is not a time",
                "aftr: 2min|aftr",
            })
    void mistakes_are_told_with_their_line_and_a_remedy(String written, String finding) {
        assertThatThrownBy(() -> read("# who\n" + written))
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessageContaining("alerts.yaml:2")
                .hasMessageContaining(finding);
    }

    private AlertRules read(String file) throws Exception {
        Files.writeString(config.resolve("alerts.yaml"), file);
        return AlertRules.read(config);
    }
}

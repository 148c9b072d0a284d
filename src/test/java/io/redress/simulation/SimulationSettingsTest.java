package io.redress.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulationSettingsTest {

    @TempDir
    Path folder;

    @Test
    void the_shipped_file_is_sound() {
        assertThat(SimulationSettings.read(Path.of("config")).desk("billing").staff())
                .isPositive();
    }

    @Test
    void a_share_that_is_none_is_named_with_its_line() throws IOException {
        assertThat(findings("returning: 10 %", "returning: 10")).singleElement().satisfies(finding -> {
            assertThat(finding.line()).isPositive();
            assertThat(finding.problem()).contains("write it like 25 %");
        });
    }

    @Test
    void a_day_of_other_than_24_hours_is_refused() throws IOException {
        assertThat(findings("by-hour: [2, ", "by-hour: ["))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.toString()).contains("by-hour").contains("24"));
    }

    @Test
    void a_desk_of_an_unknown_category_is_refused() throws IOException {
        assertThat(findings("  quality:      {staff", "  kwality:      {staff"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.problem()).contains("kwality"));
    }

    @Test
    void a_key_that_is_missing_is_named() throws IOException {
        assertThat(findings("  answers: 30 %\n", "  answers:\n"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.problem()).contains("answers"));
    }

    private List<Finding> findings(String what, String instead) throws IOException {
        String text = Files.readString(Path.of("config", "simulation.yaml"));
        assertThat(text).contains(what);
        Files.copy(Path.of("config", "categories.yaml"), folder.resolve("categories.yaml"));
        Files.writeString(folder.resolve("simulation.yaml"), text.replace(what, instead));
        return catchThrowableOfType(InvalidConfiguration.class, () -> SimulationSettings.read(folder))
                .findings();
    }
}

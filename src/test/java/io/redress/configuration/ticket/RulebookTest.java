package io.redress.configuration.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.configfile.ReloadableRules;
import io.redress.configuration.ticket.TriageBeans.Rulebook;
import io.redress.triage.KeptModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules by which tickets are judged, as a running hub follows their files. */
class RulebookTest {

    private static final Path SHIPPED = Path.of("config");

    @TempDir
    Path config;

    @BeforeEach
    void copy() throws IOException {
        Files.createDirectory(config.resolve("calendars"));
        for (String file : List.of(
                "words.yaml",
                "phrases.yaml",
                "categories.yaml",
                "categories.examples.yaml",
                "service-levels.yaml",
                "calendars/china.yaml")) {
            Files.copy(SHIPPED.resolve(file), config.resolve(file));
        }
    }

    @Test
    void a_mistake_in_a_calendar_that_nobody_names_yet_is_told_and_holds_up_no_other_edit() throws IOException {
        var rules = new ReloadableRules<>(
                "rules", List.of(config), () -> Rulebook.read(config, KeptModels.inMemory()), Clock.systemUTC());
        Path night = config.resolve("calendars/night.yaml");
        Files.writeString(
                night,
                Files.readString(SHIPPED.resolve("calendars/china.yaml"))
                        .replace("from: 2026-01-01,", "from: 2026-01-01 # for now,"));
        Path words = config.resolve("words.yaml");
        Files.writeString(words, Files.readString(words) + "\n# edited\n");
        Rulebook before = rules.get();
        rules.poll();
        rules.poll();

        assertThat(rules.status().findings()).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.file()).isEqualTo(night);
            assertThat(finding.line()).isPositive();
        });
        assertThat(rules.get()).isNotSameAs(before);
    }
}

package io.redress.simulation.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.Redress;
import io.redress.cli.CommandRun;
import io.redress.simulation.ReportSection;
import io.redress.simulation.SimulationReport;
import io.redress.simulation.SimulationResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulationTest {

    private static final Path CONFIG = Path.of("config");
    private static final String ALL = "all";
    private static final String TICKETS = "Tickets by category";

    @TempDir
    static Path folder;

    private static Simulation simulation;
    private static SimulationResult shipped;

    @BeforeAll
    static void two_days_of_the_shipped_configuration() throws Exception {
        simulation = new Simulation(Redress.class, Path.of("routes"), CONFIG, null, 2, 25, 1);
        shipped = run(CONFIG);
    }

    @AfterAll
    static void close() throws IOException {
        simulation.close();
    }

    @Test
    void customers_complain_and_desks_solve() {
        assertThat(figure(shipped, TICKETS, ALL, "tickets")).isBetween(40.0, 80.0);
        assertThat(figure(shipped, SimulationReport.TARGETS, "first response", "share"))
                .isBetween(0.5, 1.0);
        assertThat(figure(shipped, "Arrivals", "follow-up", "items")).isPositive();
        assertThat(figure(shipped, "Messages sent", "mail to customers", "messages"))
                .isPositive();
        assertThat(shipped.sections()).noneMatch(section -> section.title().equals("Problems"));
    }

    @Test
    void a_shorter_limit_is_missed_more_often() throws Exception {
        Path strict = copied(CONFIG, folder.resolve("strict"));
        Path levels = strict.resolve("service-levels.yaml");
        Files.writeString(levels, Files.readString(levels).replace("first-response: 24h", "first-response: 1h"));
        SimulationResult strictly = run(strict);
        assertThat(figure(strictly, TICKETS, ALL, "tickets")).isEqualTo(figure(shipped, TICKETS, ALL, "tickets"));
        assertThat(figure(strictly, TICKETS, ALL, "first response missed"))
                .isGreaterThan(figure(shipped, TICKETS, ALL, "first response missed"));
    }

    @Test
    void the_same_seed_gives_the_same_result_and_leaves_what_is_named_outside_of_the_folder_as_it_is()
            throws Exception {
        Path live = folder.resolve("live");
        Path elsewhere = copied(CONFIG, folder.resolve("elsewhere"));
        Path settings = elsewhere.resolve("application.yaml");
        Files.writeString(
                settings,
                Files.readString(settings)
                        .replaceFirst(
                                "(?m)^redress:$",
                                "redress:\n  blob-dir: " + live + "/blobs\n  history: {folder: " + live
                                        + "/heads}\n  data-dir: " + live + "/data"));
        assertThat(run(elsewhere).sections()).isEqualTo(shipped.sections());
        assertThat(live).doesNotExist();
    }

    @Test
    void the_command_prints_the_table_and_writes_the_page() throws IOException {
        Path page = folder.resolve("result.html");
        CommandRun run =
                CommandRun.of("simulate", "--days", "1", "--complaints-per-day", "20", "--html", page.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.lines()).anyMatch(line -> line.startsWith("all "));
        assertThat(run.err()).contains("times faster than time");
        assertThat(Files.readString(page)).contains("<svg role=\"img\"").contains("Tickets by category");
    }

    @Test
    void an_impossible_number_of_days_is_wrong_usage() {
        assertThat(CommandRun.of("simulate", "--days", "0").exitCode()).isEqualTo(2);
    }

    @Test
    void a_folder_that_is_not_there_is_wrong_usage_before_anything_runs() {
        CommandRun run = CommandRun.of(
                "simulate",
                "--days",
                "1",
                "--compare",
                folder.resolve("nowhere").toString());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("There is no folder").doesNotContain("day 1");
    }

    private static SimulationResult run(Path config) throws Exception {
        return simulation.run(config, day -> {}).result();
    }

    private static Path copied(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        return to;
    }

    private static double figure(SimulationResult result, String title, String label, String column) {
        ReportSection section = result.sections().stream()
                .filter(one -> one.title().equals(title))
                .findFirst()
                .orElseThrow();
        List<String> columns =
                section.columns().stream().map(ReportSection.Column::name).toList();
        return section.rows().stream()
                .filter(row -> row.label().equals(label))
                .findFirst()
                .orElseThrow()
                .values()
                .get(columns.indexOf(column));
    }
}

package io.redress.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkReportTest {

    @TempDir
    Path folder;

    @Test
    void a_rate_is_set_beside_the_rate_of_the_raw_broker_and_a_time_is_not() throws Exception {
        var report = new BenchmarkReport();
        report.row("limits", BenchmarkReport.RAW, BenchmarkReport.PER_SECOND, List.of(900.0, 1_100.0, 1_000.0));
        report.row("queue", BenchmarkReport.FLOW, BenchmarkReport.PER_SECOND, List.of(400.0, 200.0));
        report.row("queue", "until answered, p50", "ms", 12);
        report.write(folder);

        JsonNode figures = new ObjectMapper()
                .readTree(folder.resolve("bench.json").toFile())
                .path("figures");
        assertThat(figures.at("/0/median").asDouble()).isEqualTo(1_000);
        assertThat(figures.at("/1/median").asDouble()).isEqualTo(300);
        assertThat(figures.at("/1/min").asDouble()).isEqualTo(200);
        assertThat(figures.at("/1/max").asDouble()).isEqualTo(400);
        assertThat(figures.at("/1/ratios/ofRaw").asDouble()).isEqualTo(0.3);
        assertThat(figures.at("/2/ratios")).isEmpty();
        assertThat(report.table()).contains("30 %");
    }

    @Test
    void a_figure_is_told_as_a_multiple_of_another_only_where_that_was_measured() {
        var report = new BenchmarkReport();
        report.row("limits", BenchmarkReport.RAW_CPU, "ms", List.of(0.3, 0.1, 0.2));
        report.times("queue", "CPU, of the raw broker", 5, report.median("limits", BenchmarkReport.RAW_CPU));
        report.times("queue", "CPU, of nothing", 5, report.median("each", Rounds.CPU_PER_COMPLAINT));

        assertThat(report.median("queue", "CPU, of the raw broker")).contains(25.0);
        assertThat(report.table()).doesNotContain("CPU, of nothing");
    }

    @Test
    void the_median_of_an_even_number_of_rounds_lies_between_the_two_in_the_middle() {
        assertThat(BenchmarkReport.median(List.of(4.0, 1.0, 3.0, 100.0))).isEqualTo(3.5);
        assertThat(BenchmarkReport.median(List.of(4.0, 1.0, 100.0))).isEqualTo(4);
    }
}

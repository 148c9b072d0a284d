package io.redress.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.simulation.ReportSection.Column;
import io.redress.simulation.ReportSection.Row;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class ResultPageTest {

    @Test
    void every_chart_has_a_title_a_description_and_its_table() {
        Document page = Jsoup.parse(ResultPage.of(List.of(result("config", 3))));
        assertThat(page.select("svg[role=img]")).isNotEmpty().allSatisfy(chart -> {
            assertThat(chart.select("title").text()).isNotBlank();
            assertThat(chart.select("desc").text()).contains("major 3");
        });
        assertThat(page.select("section table tbody tr")).hasSize(2);
    }

    @Test
    void it_needs_no_script_and_nothing_from_elsewhere() {
        Document page = Jsoup.parse(ResultPage.of(List.of(result("config", 3))));
        assertThat(page.select("script, link, img, iframe, [src], [href], [onclick]"))
                .isEmpty();
        assertThat(page.select("style").html()).doesNotContain("url(").doesNotContain("@import");
    }

    @Test
    void two_results_stand_side_by_side_with_their_difference() {
        List<SimulationResult> results = List.of(result("config", 3), result("strict", 5));
        assertThat(ResultTable.lines(results))
                .anySatisfy(line -> assertThat(line).matches("major +3 +5 +\\+2"));
        assertThat(Jsoup.parse(ResultPage.of(results)).select("rect.B")).hasSize(2);
    }

    @Test
    void names_of_folders_and_categories_are_text() {
        String page = ResultPage.of(List.of(result("<script>alert(1)</script>", 3)));
        assertThat(page).doesNotContain("<script>").contains("&lt;script&gt;");
    }

    private static SimulationResult result(String config, int major) {
        var section = new ReportSection(
                "Tickets by priority",
                List.of(Column.count("tickets")),
                List.of(new Row("normal", List.of(40.0)), new Row("major", List.of((double) major))));
        return new SimulationResult(config, LocalDate.of(2026, 3, 2), 2, 20, 1, List.of(section));
    }
}

package io.redress.console.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.console.ConsoleHub;
import io.redress.figures.Figure;
import java.time.Instant;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class FiguresPageTest extends ConsoleHub {

    @Test
    void every_figure_stands_beside_its_target_and_that_of_the_period_before() {
        Document page = page("/console/figures?days=7");

        assertThat(page.select("section:has(#kpi) tbody tr")).hasSize(Figure.values().length);
        assertThat(page.select("section:has(#kpi) thead th").eachText())
                .containsExactly("Figure", "Now", "Before", "Target");
    }

    @Test
    void a_group_leads_to_its_tickets_and_the_trend_is_a_table_without_scripts() {
        rows.ticket("R-260701-FGR001", "figures-channel", Instant.now(), "Li", "x");

        Document page = page("/console/figures?by=channel");

        assertThat(page.select("section:has(#groups) a").eachAttr("href"))
                .anyMatch(address -> address.contains("channel=figures-channel") && address.contains("from="));
        assertThat(page.select("#weeks tbody tr")).isNotEmpty();
        for (var loaded : page.select("script, link[rel=stylesheet]")) {
            String address = loaded.hasAttr("src") ? loaded.attr("src") : loaded.attr("href");
            assertThat(send(request(address)).statusCode()).as(address).isEqualTo(200);
        }
    }

    @Test
    void a_period_that_is_not_offered_is_refused() {
        assertThat(answer("/console/figures?days=8", "en").statusCode()).isEqualTo(400);
    }
}

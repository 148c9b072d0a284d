package io.redress.console.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.console.ConsoleHub;
import io.redress.figures.Figure;
import io.redress.permission.Role;
import java.time.Instant;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class FiguresPageTest extends ConsoleHub {

    @Test
    void every_figure_stands_beside_its_target_and_that_of_the_period_before() {
        Document page = page("/console/figures?period=7");

        assertThat(page.select("section:has(#kpi) tbody tr")).hasSize(Figure.values().length);
        assertThat(page.select("section:has(#kpi) thead th").eachText())
                .containsExactly("Figure", "Now", "Before", "Target");
    }

    @Test
    void each_number_leads_to_exactly_the_tickets_behind_it() {
        rows.ticket("R-260701-FGR001", "figures-channel", Instant.now(), "Li", "x");

        Document page = page("/console/figures?by=channel");
        String address = page.select("section:has(#groups) a").eachAttr("href").stream()
                .filter(one -> one.contains("key=figures-channel") && one.contains("figure=received"))
                .findFirst()
                .orElseThrow();

        assertThat(page(address).select("tbody a.number").eachText()).containsExactly("R-260701-FGR001");
    }

    @Test
    void a_figure_by_two_things_leads_from_its_cells_to_their_tickets() {
        rows.ticket("R-260701-FGR002", "figures-cross", Instant.now(), "Li", "x");

        Document page = page("/console/figures?by=channel&across=priority");
        var row = page.select("#cross-table tbody tr:contains(figures-cross)");

        assertThat(row.select("td").last().text()).isEqualTo("1");
        assertThat(page(row.select("td a").first().attr("href"))
                        .select("tbody a.number")
                        .eachText())
                .containsExactly("R-260701-FGR002");
        assertThat(page.select("#cross-table tbody tr").last().className()).contains("sum");
    }

    @Test
    void whoever_sees_one_team_reads_no_figures_and_of_a_numbers_tickets_only_those_of_the_team() {
        rows.ticket("R-260701-FGR003", "figures-scope", Instant.now(), "Li", "x");
        String list = "/console/figures/tickets?figure=received&by=channel&key=figures-scope";
        var other = signedIn(user(Set.of("repair-center"), Role.SUPERVISOR));

        assertThat(page(list).select("tbody a.number").eachText()).containsExactly("R-260701-FGR003");
        assertThat(other.get(list).body()).doesNotContain("R-260701-FGR003");
        assertThat(other.get("/console/figures").statusCode()).isEqualTo(403);
    }

    @Test
    void every_table_comes_as_a_file_of_either_kind() {
        rows.ticket("R-260701-FGR004", "=figures-file()", Instant.now(), "Li", "x");
        Document page = page("/console/figures?by=channel&across=priority");
        page.append(page("/console/figures/arrivals").html());

        var files = page.select(".foot a[href*=export]").eachAttr("href");
        assertThat(files).hasSizeGreaterThanOrEqualTo(10);
        for (String file : files) {
            var answer = answer(file, "en");
            assertThat(answer.statusCode()).as(file).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                    .as(file)
                    .startsWith("attachment");
        }
        assertThat(answer("/console/figures/export?table=groups&by=channel", "en")
                        .body())
                .contains("channel,'=figures-file()")
                .doesNotContain(",=figures");
    }

    @Test
    void the_trend_is_a_table_without_scripts() {
        rows.ticket("R-260701-FGR005", "figures-trend", Instant.now(), "Li", "x");
        Document page = page("/console/figures");

        assertThat(page.select("#weeks tbody tr")).isNotEmpty();
        for (var loaded : page.select("script, link[rel=stylesheet]")) {
            String address = loaded.hasAttr("src") ? loaded.attr("src") : loaded.attr("href");
            assertThat(send(request(address)).statusCode()).as(address).isEqualTo(200);
        }
    }

    @Test
    void arrivals_stand_in_a_table_of_seven_days_and_twenty_four_hours() {
        rows.ticket("R-260701-FGR006", "figures-hours", Instant.now(), "Li", "x");
        Document page = page("/console/figures/arrivals?period=7");

        assertThat(page.select(".heat tbody tr")).hasSize(7);
        assertThat(page.select(".heat tbody tr").first().select("td")).hasSize(26);
        assertThat(page.select(".heat-5")).isNotEmpty();
        assertThat(page.select("[style]")).isEmpty();
    }

    @Test
    void a_period_that_is_not_offered_is_refused() {
        assertThat(answer("/console/figures?period=8", "en").statusCode()).isEqualTo(400);
    }
}

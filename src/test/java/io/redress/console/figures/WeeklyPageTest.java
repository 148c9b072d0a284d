package io.redress.console.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.console.ConsoleHub;
import io.redress.figures.Figure;
import io.redress.figures.Week;
import io.redress.permission.Role;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class WeeklyPageTest extends ConsoleHub {

    private static final String PATH = "/console/figures/weekly";

    private final Week now = Week.of(Instant.now(), ZoneId.of("Asia/Shanghai"));

    @Test
    void the_report_of_the_last_whole_week_has_every_figure_and_leads_to_the_weeks_beside_it() {
        Document page = page(PATH);

        assertThat(page.select("h1").text()).contains(now.plus(-1).key());
        assertThat(page.select("section:has(#kpi) tbody tr")).hasSize(Figure.values().length);
        assertThat(page.select("a[rel=prev]").attr("href"))
                .endsWith(now.plus(-2).key());
        assertThat(page.select("a[rel=next]").attr("href")).endsWith(now.key());
        assertThat(page(PATH + "?week=" + now.key()).select("a[rel=next]")).isEmpty();
    }

    @Test
    void a_week_that_has_not_begun_or_does_not_exist_is_refused() {
        for (String week : new String[] {now.plus(1).key(), "2026-W54", "2026-48", "../x"}) {
            assertThat(answer(PATH + "?week=" + week, "en").statusCode())
                    .as(week)
                    .isEqualTo(400);
            assertThat(answer(PATH + ".pdf?week=" + week, "en").statusCode())
                    .as(week)
                    .isEqualTo(400);
        }
    }

    @Test
    void the_report_comes_as_a_pdf_for_whoever_reads_figures() {
        rows.ticket("R-260701-WEEK01", "weekly<&>", Instant.now(), "Li", "x");
        var pdf = answer(PATH + ".pdf?week=" + now.key(), "en");

        assertThat(pdf.statusCode()).as(pdf.body()).isEqualTo(200);
        assertThat(pdf.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(pdf.body()).startsWith("%PDF-").contains("%%EOF");
        assertThat(signedIn(user(Set.of("repair-center"), Role.SUPERVISOR))
                        .get(PATH + ".pdf")
                        .statusCode())
                .isEqualTo(403);
    }
}

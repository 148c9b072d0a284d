package io.redress.console.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.console.ConsoleHub;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each test has a channel of its own, by which its tickets are listed. */
class TicketListPageTest extends ConsoleHub {

    private static final String SCRIPT = "<script>alert('x')</script>";

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_ticket_is_listed_with_all_that_tells_it_from_others() {
        rows.ticket("R-260701-LST001", "list-one", Instant.now(), "Li", "x");

        var row = page("/console/tickets?channel=list-one").selectFirst("tr[data-row]");

        assertThat(row.text())
                .contains("R-260701-LST001", "list-one", "Li", "色差", "Normal", "Received", "quality control");
        assertThat(row.selectFirst("a").attr("href")).isEqualTo("/console/tickets/R-260701-LST001");
    }

    @Test
    void work_lists_divide_the_tickets_by_what_is_to_be_done() {
        Instant now = Instant.now();
        ticket("R-260701-WRK001", "list-work", "received", now.minus(1, ChronoUnit.HOURS));
        ticket("R-260701-WRK002", "list-work", "in-progress", now.plus(2, ChronoUnit.HOURS));
        ticket("R-260701-WRK003", "list-work", "awaiting-customer", now.minus(3, ChronoUnit.HOURS));
        ticket("R-260701-WRK004", "list-work", "closed", now.minus(4, ChronoUnit.HOURS));
        ticket("R-260701-WRK005", "list-work", "assigned", now.plus(1, ChronoUnit.HOURS));
        jdbc.sql("update ticket set review = true where number in ('R-260701-WRK001', 'R-260701-WRK002')")
                .update();
        jdbc.sql(
                        "insert into event (ticket_number, at, who, what) values ('R-260701-WRK001', now(), 'a', 'reclassified')")
                .update();

        assertThat(listed("open", "list-work")).containsExactly("5", "3", "2", "1");
        assertThat(listed("due-next", "list-work")).containsExactly("1", "5", "2");
        assertThat(listed("breached", "list-work")).containsExactly("1");
        assertThat(listed("awaiting-customer", "list-work")).containsExactly("3");
        assertThat(listed("review", "list-work")).containsExactly("2");
        assertThat(listed("new", "list-work")).containsExactly("1");
        assertThat(listed("all", "list-work")).containsExactly("5", "4", "3", "2", "1");
    }

    @Test
    void what_is_overdue_says_so_and_a_clock_that_stands_still_says_that() {
        ticket("R-260701-DVE001", "list-due", "received", Instant.now().minus(3, ChronoUnit.HOURS));
        ticket("R-260701-DVE002", "list-due", "awaiting-customer", Instant.now().minus(3, ChronoUnit.HOURS));

        Document page = page("/console/tickets?channel=list-due");

        assertThat(page.selectFirst("tr.late").text()).contains("R-260701-DVE001", "overdue 3 h");
        assertThat(page.text()).contains("waits for the customer");
    }

    @Test
    void pages_follow_each_other_in_the_order_of_the_list() {
        for (int i = 1; i <= 5; i++) {
            ticket("R-260701-PAG00" + i, "list-pages", "assigned", Instant.now().plus(i, ChronoUnit.HOURS));
        }
        for (String list : List.of("open", "due-next")) {
            Document first = page("/console/tickets?channel=list-pages&size=3&list=" + list);
            Document second = page(first.selectFirst("a[rel=next]").attr("href") + "&size=3");

            assertThat(first.select("tr[data-row]")).hasSize(3);
            assertThat(second.select("tr[data-row]")).hasSize(2);
            assertThat(first.select("tr[data-row] a").eachText())
                    .doesNotContainAnyElementsOf(second.select("tr[data-row] a").eachText());
        }
    }

    @Test
    void days_are_those_of_the_shops_zone() {
        rows.ticket("R-260701-DAY001", "list-days", Instant.parse("2026-03-01T16:30:00Z"), "Li", "x");

        assertThat(listed("all", "list-days&from=2026-03-02&to=2026-03-02")).containsExactly("1");
        assertThat(listed("all", "list-days&to=2026-03-01")).isEmpty();
    }

    @Test
    void a_search_looks_at_all_tickets_and_stays_in_every_link() {
        ticket("R-260701-FND001", "list-find", "closed", Instant.now());

        Document page = page("/console/tickets?q=R-260701-FND001");

        assertThat(page.select("tr[data-row]")).hasSize(1);
        assertThat(page.select(".tabs a").eachAttr("href")).allMatch(address -> address.contains("q=R-260701-FND001"));
    }

    @Test
    void what_is_shown_is_exported() {
        rows.ticket("R-260701-XPT001", "list-export", Instant.now(), "Li", "x");
        String csv = page("/console/tickets?channel=list-export")
                .selectFirst("a[href*=csv]")
                .attr("href");

        var answer = answer(csv, "en");

        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("tickets.csv");
        assertThat(answer.body().lines()).hasSize(2).last().asString().contains("R-260701-XPT001");
    }

    @Test
    void what_customers_write_is_text_of_a_bearable_length() {
        rows.ticket("R-260701-HST001", "list-hostile", Instant.now(), SCRIPT, "x");
        String endless = "\u202e😀".repeat(5_000);
        rows.change("R-260701-HST001", "{complaint,subject}", "\"" + endless + "\"");

        var answer = answer("/console/tickets?channel=list-hostile", "en");
        Document page = Jsoup.parse(answer.body());

        assertThat(page.select("script:not([src])")).isEmpty();
        assertThat(page.selectFirst("tr[data-row]").text()).contains(SCRIPT, "😀");
        assertThat(answer.body()).hasSizeLessThan(40_000);
        assertThat(page.selectFirst("tr[data-row] td:nth-child(4) bdi")).isNotNull();
    }

    @Test
    void a_parameter_that_cannot_be_read_is_answered_with_a_page_that_says_so() {
        var answer = answer("/console/tickets?from=yesterday", "en");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(answer.body()).selectFirst("main").text()).contains("from must be a day");
    }

    private void ticket(String number, String channel, String status, Instant due) {
        rows.ticket(number, channel, Instant.now(), "Li", "x");
        jdbc.sql("update ticket set status = ?, resolution_due = ?, first_response_due = ? where number = ?")
                .params(status, due.atOffset(java.time.ZoneOffset.UTC), due.atOffset(java.time.ZoneOffset.UTC), number)
                .update();
    }

    /** The last character of each ticket's number. */
    private List<String> listed(String list, String channel) {
        return page("/console/tickets?list=" + list + "&channel=" + channel).select("tr[data-row] a.number").stream()
                .map(link -> link.text().substring(link.text().length() - 1))
                .toList();
    }
}

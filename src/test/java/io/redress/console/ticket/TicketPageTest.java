package io.redress.console.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.console.ConsoleHub;
import java.net.http.HttpRequest;
import java.time.Instant;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class TicketPageTest extends ConsoleHub {

    private static final String SCRIPT = "<script>alert('x')</script>";

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_ticket_shows_the_words_that_led_to_its_category_marked_in_what_the_customer_said() {
        rows.ticket(
                "R-260701-PGE001", "page", Instant.now(), "Li", "category mismatch because of the words too dark, 色差");

        Document page = page("/console/tickets/R-260701-PGE001");

        assertThat(page.selectFirst(".text").text()).isEqualTo("The tiles are 100% too dark");
        assertThat(page.select(".text mark").eachText()).containsExactly("too dark");
        assertThat(page.selectFirst(".timeline").text()).contains("Received", "through channel page");
        assertThat(page.selectFirst(".timeline a").attr("href")).startsWith("/console/items/");
    }

    @Test
    void what_customers_write_is_text_and_never_markup() {
        rows.ticket("R-260701-PGE002", "page", Instant.now(), SCRIPT, "x");
        rows.change(
                "R-260701-PGE002",
                "{complaint,text}",
                "\"" + SCRIPT + "\u202e" + "😀".repeat(10_000) + "\"",
                "{complaint,subject}",
                "\"" + "名".repeat(10_000) + "\"");

        var answer = answer("/console/tickets/R-260701-PGE002", "zh-CN");
        Document page = Jsoup.parse(answer.body());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(page.select("script:not([src])")).isEmpty();
        assertThat(page.selectFirst(".text").text()).startsWith(SCRIPT);
        assertThat(page.selectFirst("h1").text()).hasSizeLessThan(300);
        assertThat(page.selectFirst("h1 bdi")).isNotNull();
    }

    @Test
    void a_note_is_added_in_the_name_of_who_is_signed_in() {
        rows.ticket("R-260701-PGE003", "page", Instant.now(), "Li", "x");
        var shown = answer("/console/tickets/R-260701-PGE003", "en");

        var done = submit(shown, form("note"), "note", "called the shop", "by", "somebody else");

        assertThat(done.statusCode()).isEqualTo(303);
        String location = done.headers().firstValue("Location").orElseThrow();
        assertThat(location).endsWith("/console/tickets/R-260701-PGE003?done=note");
        assertThat(page("/console/tickets/R-260701-PGE003")
                        .selectFirst(".timeline li:last-child")
                        .text())
                .contains("Note", "called the shop")
                .containsPattern("person[0-9]+")
                .doesNotContain("somebody else");
    }

    @Test
    void what_can_be_done_follows_the_status() {
        rows.ticket("R-260701-PGE004", "page", Instant.now(), "Li", "x");

        submit(answer("/console/tickets/R-260701-PGE004", "en"), form("take"));
        Document taken = page("/console/tickets/R-260701-PGE004");
        assertThat(taken.selectFirst(".headline").text()).contains("Assigned");
        assertThat(taken.select("input[value=take]")).isEmpty();
        submit(answer("/console/tickets/R-260701-PGE004", "en"), form("solve"), "remedy", "a new lamp");

        Document solved = page("/console/tickets/R-260701-PGE004");
        assertThat(solved.selectFirst(".headline").text()).contains("Solved");
        assertThat(solved.text()).contains("a new lamp");
        assertThat(solved.select("input[value=solve]")).isEmpty();
    }

    @Test
    void what_changed_meanwhile_is_shown_beside_what_was_meant_and_nothing_is_overwritten() {
        rows.ticket("R-260701-PGE005", "page", Instant.now(), "Li", "x");
        var seen = answer("/console/tickets/R-260701-PGE005", "en");
        submit(seen, form("reclassify"), "category", "damage", "priority", "urgent");

        var late = submit(seen, form("note"), "note", "my own words");

        assertThat(late.statusCode()).isEqualTo(409);
        Document conflict = Jsoup.parse(late.body());
        assertThat(conflict.text()).contains("Reclassified", "damage");
        assertThat(conflict.selectFirst("textarea").text()).isEqualTo("my own words");
        assertThat(page("/console/tickets/R-260701-PGE005").text()).doesNotContain("my own words");
        var again = submit(late, "form[action$=/acts]", "note", "my own words");
        assertThat(again.statusCode()).isEqualTo(303);
        assertThat(page("/console/tickets/R-260701-PGE005").text()).contains("my own words");
    }

    @Test
    void what_the_hub_notes_itself_is_nobodys_conflict() {
        rows.ticket("R-260701-PGE006", "page", Instant.now(), "Li", "x");
        var seen = answer("/console/tickets/R-260701-PGE006", "en");
        jdbc.sql(
                        "insert into event (ticket_number, at, who, what) values ('R-260701-PGE006', now(), 'hub', 'delivered')")
                .update();

        assertThat(submit(seen, form("note"), "note", "still fits").statusCode())
                .isEqualTo(303);
    }

    @Test
    void a_form_that_is_sent_twice_changes_the_ticket_once() {
        rows.ticket("R-260701-PGE007", "page", Instant.now(), "Li", "x");
        var seen = answer("/console/tickets/R-260701-PGE007", "en");

        submit(seen, form("note"), "note", "once only");
        submit(seen, form("note"), "note", "once only");

        assertThat(page("/console/tickets/R-260701-PGE007").select(".timeline li:contains(once only)"))
                .hasSize(1);
    }

    @Test
    void a_form_without_the_pages_token_is_refused() {
        rows.ticket("R-260701-PGE008", "page", Instant.now(), "Li", "x");

        var forged = send(browser("/console/tickets/R-260701-PGE008/acts")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("act=note&id=1&version=0&note=forged")));

        assertThat(forged.statusCode()).isEqualTo(302);
        assertThat(forged.headers().firstValue("Location").orElseThrow()).endsWith("/console/login?stale");
        assertThat(page("/console/tickets/R-260701-PGE008").text()).doesNotContain("forged");
    }

    @Test
    void the_customers_other_tickets_are_found_by_what_the_customer_stated() {
        for (String number : new String[] {"R-260701-PGE011", "R-260701-PGE012"}) {
            rows.ticket(number, "page", Instant.now(), "Li", "x");
            rows.change(number, "{customer,phones}", "[\"+8613800138011\"]");
        }

        assertThat(page("/console/tickets/R-260701-PGE011").select("aside a").eachAttr("href"))
                .contains("/console/tickets/R-260701-PGE012")
                .doesNotContain("/console/tickets/R-260701-PGE011");
    }

    @Test
    void a_number_that_no_ticket_has_is_answered_with_a_page() {
        var answer = answer("/console/tickets/R-260701-NNE001", "zh-CN");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Jsoup.parse(answer.body()).selectFirst("h1").text()).isEqualTo("没有找到");
    }

    private static String form(String act) {
        return "form:has(input[value=" + act + "])";
    }
}

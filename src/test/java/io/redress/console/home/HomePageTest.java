package io.redress.console.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.console.ConsoleHub;
import java.time.Instant;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class HomePageTest extends ConsoleHub {

    private static final String SCRIPT = "<script>alert('x')</script>";

    @Test
    void an_arrival_is_shown_with_its_ticket_category_priority_queue_and_why() {
        String id = rows.ticket("R-260701-SH0WN1", "web", Instant.now(), "Li", "the word 色差 was found")
                .toString();
        var row = page().selectFirst("tr[data-id=" + id + "]");
        assertThat(row.text())
                .contains("web", "ticketed", "R-260701-SH0WN1", "mismatch", "Normal", "complaints.mismatch", "色差");
    }

    @Test
    void an_item_without_a_ticket_is_shown_with_its_reason() {
        String id = rows.item("web", "invalid", "R-260701-SH0WN2", null, Instant.now(), "nothing in it")
                .toString();
        assertThat(page().selectFirst("tr[data-id=" + id + "]").text()).contains("invalid", "none", "nothing in it");
    }

    @Test
    void the_newest_is_on_top() {
        rows.item("web", "bounce", "R-260701-SH0WN3", null, Instant.now().plusSeconds(60), "older");
        String id = rows.item(
                        "web", "bounce", "R-260701-SH0WN4", null, Instant.now().plusSeconds(90), "newest")
                .toString();
        assertThat(page().selectFirst("tr[data-id]").attr("data-id")).isEqualTo(id);
    }

    @Test
    void what_came_from_outside_is_text_never_markup() {
        rows.item(SCRIPT, "invalid", "R-260701-XSS001", null, Instant.now().plusSeconds(62), SCRIPT);
        rows.ticket("R-260701-XSS002", "web", Instant.now().plusSeconds(62), SCRIPT, SCRIPT.replace("\"", "\\\""));
        Document page = page();
        assertThat(page.select("script:not([src])")).isEmpty();
        assertThat(page.text()).contains(SCRIPT);
    }

    @Test
    void nothing_is_loaded_from_elsewhere_and_nothing_may_be() {
        var answer = answer();
        String policy = answer.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(policy)
                .contains("default-src 'none'")
                .doesNotContain("unsafe")
                .doesNotContain("http");
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("[src], link[href]").stream()
                        .map(node -> node.hasAttr("src") ? node.attr("src") : node.attr("href")))
                .allMatch(url -> url.startsWith("/assets/") || url.startsWith("/webjars/"));
        assertThat(page.select("style, [style], [onclick], script:not([src])")).isEmpty();
        assertThat(page.select("noscript").outerHtml()).contains("http-equiv");
    }

    @Test
    void what_the_sandbox_suggests_to_try_is_shown_as_it_is_to_be_typed() {
        assertThat(page().selectFirst("details").text()).contains("Post a form", "curl -d 'text=<b>'");
    }

    @Test
    void channels_and_queues_are_shown_with_what_is_wrong() {
        String text = page().text();
        assertThat(text).contains("quiet", "Nothing has arrived for longer than usual", "support-mail", "intake");
        assertThat(text).doesNotContain("a-secret-password");
    }

    @Test
    void the_bare_address_leads_to_the_console() {
        var answer = answer("/", "en");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/console");
    }

    private Document page() {
        return page("/console");
    }

    private java.net.http.HttpResponse<String> answer() {
        return answer("/console", "en");
    }
}

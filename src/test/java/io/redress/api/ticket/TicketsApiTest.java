package io.redress.api.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.api.OpsHub;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TicketsApiTest extends OpsHub {

    private static final Instant JULY = Instant.parse("2026-07-01T08:00:00Z");

    @Test
    void pages_neither_repeat_nor_miss_a_ticket_while_others_come_in() throws Exception {
        for (int i = 0; i < 7; i++) {
            // three in one instant: the number orders them
            rows.ticket("R-260701-PAGE0" + i, "paged", JULY.plusSeconds(i / 3), "Li", "because");
        }
        List<String> seen = new ArrayList<>();
        String cursor = "";
        int inserted = 0;
        do {
            JsonNode page = read(get("/api/tickets?channel=paged&size=2&cursor=" + cursor));
            page.path("items").forEach(ticket -> seen.add(ticket.path("number").asText()));
            cursor = page.path("next").asText("");
            rows.ticket("R-260702-NEWER" + inserted++, "paged", JULY.plusSeconds(86_400), "Li", "because");
        } while (!cursor.equals("null") && !cursor.isEmpty());
        assertThat(seen)
                .containsExactly(
                        "R-260701-PAGE06",
                        "R-260701-PAGE05",
                        "R-260701-PAGE04",
                        "R-260701-PAGE03",
                        "R-260701-PAGE02",
                        "R-260701-PAGE01",
                        "R-260701-PAGE00");
    }

    @Test
    void the_last_page_says_that_there_is_no_next_one() throws Exception {
        JsonNode page = read(get("/api/tickets?channel=nobody"));
        assertThat(page.has("next")).isTrue();
        assertThat(page.path("next").isNull()).isTrue();
        assertThat(page.path("items").isArray()).isTrue();
    }

    @Test
    void every_filter_narrows_the_list() throws Exception {
        rows.ticket("R-260703-FXTER1", "filtered", Instant.parse("2026-07-03T08:00:00Z"), "Wang", "because");
        String all = "/api/tickets?channel=filtered&category=mismatch&priority=normal&status=received&review=false"
                + "&from=2026-07-03&to=2026-07-03T16:00:01%2B08:00&q=" + word("100% too");
        assertThat(numbers(all)).containsExactly("R-260703-FXTER1");
        for (String other : List.of(
                "category=damage",
                "priority=major",
                "status=closed",
                "review=true",
                "from=2026-07-04",
                "to=2026-07-03T08:00:00Z",
                "q=" + word("100_ too"),
                "q=nowhere")) {
            assertThat(numbers("/api/tickets?channel=filtered&" + other))
                    .as(other)
                    .isEmpty();
        }
        for (String text : List.of("色差", "wang", "fxter1")) {
            assertThat(numbers("/api/tickets?channel=filtered&q=" + word(text)))
                    .as(text)
                    .hasSize(1);
        }
    }

    @Test
    void a_list_gives_name_and_subject_and_not_what_the_customer_said() {
        rows.ticket("R-260704-PR1VAT", "private", JULY, "Li Na", "because");
        assertThat(get("/api/tickets?channel=private").body())
                .contains("R-260704-PR1VAT")
                .contains("\"name\":\"Li Na\"", "\"subject\":\"色差\"")
                .doesNotContain("The tiles");
    }

    @Test
    void a_ticket_is_canonical_with_its_history_and_the_items_that_led_to_it() throws Exception {
        UUID item = rows.ticket("R-260705-C4N0NC", "web", JULY, "Li", "because");
        var answer = get("/api/tickets/r-260705-c4nonc"); // as a customer may have typed it
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode ticket = read(answer);
        assertThat(ticket.path("number").asText()).isEqualTo("R-260705-C4N0NC");
        assertThat(ticket.path("version").asInt()).isEqualTo(1);
        assertThat(ticket.path("receivedAt").asText()).isEqualTo("2026-07-01T08:00:00Z");
        assertThat(ticket.path("triage").path("priority").asText()).isEqualTo("normal");
        assertThat(ticket.path("history").get(0).path("what").asText()).isEqualTo("received");
        assertThat(ticket.path("status").asText()).isEqualTo("received");
        assertThat(ticket.path("items").get(0).path("id").asText()).isEqualTo(item.toString());
    }

    @Test
    void the_number_told_to_the_sender_of_a_repeat_leads_to_its_ticket() throws Exception {
        rows.ticket("R-260706-F1RST0", "web", JULY, "Li", "because");
        rows.item("web", "duplicate", "R-260706-REPEAT", "R-260706-F1RST0", JULY, "came before");
        var answer = get("/api/tickets/R-260706-REPEAT");
        assertThat(read(answer).path("number").asText()).isEqualTo("R-260706-F1RST0");
        assertThat(answer.headers().firstValue("Content-Location")).contains("/api/tickets/R-260706-F1RST0");
        assertThat(read(answer).path("items").findValuesAsText("number"))
                .contains("R-260706-REPEAT", "R-260706-F1RST0");
    }

    @Test
    void a_number_that_opened_no_ticket_is_explained() throws Exception {
        UUID item = rows.item("web", "invalid", "R-260707-N0TH1N", null, JULY, "nothing in it");
        var answer = get("/api/tickets/R-260707-N0TH1N");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(read(answer).path("detail").asText()).contains("nothing in it");
        assertThat(read(answer).path("item").asText()).isEqualTo(item.toString());
        assertThat(read(answer).path("remedy").asText()).contains("replay");
        assertThat(get("/api/tickets/R-990101-000000").statusCode()).isEqualTo(404);
    }

    @Test
    void a_parameter_with_what_no_database_takes_is_400() throws Exception {
        assertThat(get("/api/tickets?text=%00").statusCode()).isEqualTo(400);
        assertThat(get("/api/tickets?nothing=%00").statusCode()).isEqualTo(400);
        assertThat(get("/api/tickets?to=%2B999999999-12-31T23:59:59Z").statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_bad_parameter_is_named() throws Exception {
        for (String bad : List.of(
                "size=0",
                "size=501",
                "size=many",
                "cursor=%21",
                "cursor=AAAA",
                "from=yesterday",
                "to=2026-13-01",
                "review=perhaps",
                "priority=high",
                "status=finished",
                "phone=somebody",
                "mail=nobody",
                "text=a+b+c+d+e+f+g+h+i",
                "colour=red")) {
            var answer = get("/api/tickets?" + bad);
            assertThat(answer.statusCode()).as(bad).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            String name = bad.substring(0, bad.indexOf('='));
            assertThat(read(answer).path("parameter").asText()).isEqualTo(name);
            assertThat(read(answer).path("detail").asText()).contains(name);
            assertThat(read(answer).path("remedy").asText()).isNotEmpty();
        }
        assertThat(read(get("/api/tickets/R-1")).path("parameter").asText()).isEqualTo("number");
    }

    private List<String> numbers(String path) throws Exception {
        return read(get(path)).path("items").findValuesAsText("number");
    }

    private static String word(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

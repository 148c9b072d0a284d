package io.redress.api.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.api.OpsHub;
import io.redress.ledger.search.SearchIndexer;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SearchApiTest extends OpsHub {

    private static final Instant JULY = Instant.parse("2026-07-11T08:00:00Z");
    private static final String NUMBER = "R-260711-SEARCH";

    private static boolean filled;

    @Autowired
    SearchIndexer indexer;

    @BeforeEach
    void fill() {
        if (!filled) {
            filled = true;
            rows.ticket(NUMBER, "boxed", JULY, "司马相如", "because");
            rows.change(
                    NUMBER,
                    "{customer,phones}",
                    "[\"+8613712345678\"]",
                    "{complaint,text}",
                    "\"The zephyrlamp flickers <b>badly</b>\"");
            for (int i = 0; i < 5; i++) {
                rows.ticket("R-260711-SRCH0" + i, "boxed", JULY.minusSeconds(i), "Li", "because");
                rows.change("R-260711-SRCH0" + i, "{complaint,text}", "\"paged quokka\"");
            }
            while (indexer.run() > 0) {
                // until no ticket of the other tests waits either
            }
        }
    }

    @Test
    void an_entry_says_what_it_is_and_shows_the_words() throws Exception {
        JsonNode entry = read(searched("zephyrl")).path("items").get(0);
        assertThat(entry.path("kind").asText()).isEqualTo("ticket");
        assertThat(entry.path("number").asText()).isEqualTo(NUMBER);
        assertThat(entry.path("matched").asText()).isEqualTo("text");
        assertThat(entry.path("name").asText()).isEqualTo("司马相如");
        assertThat(entry.path("category").asText()).isEqualTo("mismatch");
        assertThat(entry.path("status").asText()).isEqualTo("received");
        assertThat(entry.path("receivedAt").asText()).isEqualTo("2026-07-11T08:00:00Z");
        assertThat(entry.path("snippet").path("text").asText()).isEqualTo("The zephyrlamp flickers <b>badly</b>");
        assertThat(entry.path("snippet").path("marks").toString()).isEqualTo("[{\"from\":4,\"to\":14}]");
        assertThat(entry.has("item")).isFalse();
    }

    @Test
    void a_person_may_be_asked_for_without_the_phone_in_the_address() throws Exception {
        HttpResponse<String> answer = send(request("/api/search")
                .headers("Authorization", "Bearer " + KEY, "Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        json.writeValueAsString(Map.of("q", "137 1234 5678", "size", "1")))));
        JsonNode page = read(answer);
        assertThat(page.path("items").get(0).path("kind").asText()).isEqualTo("person");
        assertThat(page.path("items").get(0).path("person").asText()).isEqualTo("+8613712345678");
        assertThat(page.path("next").asText()).isNotEmpty();
    }

    @Test
    void pages_go_on_with_the_cursor() throws Exception {
        List<String> numbers = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = read(get("/api/search?size=2&q=quokka" + cursor));
            numbers.addAll(page.path("items").findValuesAsText("number"));
            cursor = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").asText();
        } while (!cursor.isEmpty());
        assertThat(numbers)
                .containsExactly(
                        "R-260711-SRCH00", "R-260711-SRCH01", "R-260711-SRCH02", "R-260711-SRCH03", "R-260711-SRCH04");
    }

    @Test
    void what_cannot_be_looked_for_is_refused_with_the_reason() throws Exception {
        for (String path : List.of(
                "",
                "?q=",
                "?q=%20",
                "?q=x",
                "?q=%25%25",
                "?q=" + "y".repeat(201),
                "?q=doors&cursor=abc",
                "?q=doors&cursor=MjAyNi0wNy0wMVQwODowMDowMFp8Ui0yNjA3MDEtN0s5UTJN",
                "?q=doors&kind=ticket")) {
            HttpResponse<String> answer = get("/api/search" + path);
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(read(answer).path("detail").asText()).as(path).isNotEmpty();
        }
        assertThat(read(get("/api/search?q=x")).path("detail").asText()).isEqualTo("q must have at least 2 characters");
        assertThat(send(request("/api/search?q=doors")).statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> searched(String typed) {
        return get("/api/search?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8));
    }
}

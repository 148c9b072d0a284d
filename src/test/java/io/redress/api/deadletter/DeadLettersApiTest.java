package io.redress.api.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.api.OpsHub;
import jakarta.jms.ConnectionFactory;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jms.core.JmsTemplate;

@ExtendWith(OutputCaptureExtension.class)
class DeadLettersApiTest extends OpsHub {

    private static final Instant JULY = Instant.parse("2026-07-01T08:00:00Z");

    @Autowired
    ConnectionFactory connections;

    JmsTemplate jms;

    @BeforeEach
    void broker() {
        jms = new JmsTemplate(connections);
        jms.setReceiveTimeout(500);
    }

    @Test
    void letters_are_listed_with_reason_and_remedy_and_without_what_is_in_them() throws Exception {
        letter("DLQ.listed", "{\"ticket\":\"R-260701-7K9Q2M\",\"note\":\"13800138000\"}", "no member", JULY);
        var answer = get("/api/queues/DLQ.listed/messages");
        assertThat(answer.body()).doesNotContain("13800138000");
        JsonNode letter = read(answer).path("items").get(0);
        assertThat(letter.path("id").asText()).startsWith("ID:");
        assertThat(letter.path("failedAt").asText()).isEqualTo("2026-07-01T08:00:00Z");
        assertThat(letter.path("reason").asText()).isEqualTo("no member");
        assertThat(letter.path("remedy").asText()).isEqualTo("send it again");
        assertThat(letter.path("ticket").asText()).isEqualTo("R-260701-7K9Q2M");
        assertThat(letter.path("type").asText()).isEqualTo("text");
        assertThat(letter.path("size").asInt()).isEqualTo(49);
    }

    @Test
    void a_letter_is_read_whole_and_the_log_says_by_whom(CapturedOutput output) throws Exception {
        letter("DLQ.opened", "{\"note\":\"13800138000\"}", "no member", JULY);
        String id = ids("DLQ.opened", "").get(0);
        JsonNode opened = read(get("/api/queues/DLQ.opened/messages/" + word(id)));
        assertThat(opened.path("body").asText()).isEqualTo("{\"note\":\"13800138000\"}");
        assertThat(opened.path("letter").path("id").asText()).isEqualTo(id);
        assertThat(output.getAll()).contains("key tester read message " + id + " of queue DLQ.opened");
        assertThat(get("/api/queues/DLQ.opened/messages/ID:none").statusCode()).isEqualTo(404);
    }

    @Test
    void letters_are_chosen_by_reason_and_time_and_pages_run_from_the_newest() throws Exception {
        for (int i = 0; i < 5; i++) {
            letter(
                    "DLQ.chosen",
                    "{\"n\":" + i + "}",
                    i % 2 == 0 ? "No Member" : "no json",
                    JULY.plusSeconds(i * 3600L));
        }
        assertThat(bodies("DLQ.chosen", "?reason=no%20member")).containsExactly("{\"n\":4}", "{\"n\":2}", "{\"n\":0}");
        assertThat(bodies("DLQ.chosen", "?from=2026-07-01T09:00:00Z&to=2026-07-01T11:00:00Z"))
                .containsExactly("{\"n\":2}", "{\"n\":1}");
        List<String> paged = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = read(get("/api/queues/DLQ.chosen/messages?size=2&cursor=" + cursor));
            page.path("items")
                    .forEach(letter -> paged.add(letter.path("failedAt").asText()));
            cursor = page.path("next").asText("");
        } while (!cursor.isEmpty() && !cursor.equals("null"));
        assertThat(paged)
                .containsExactly(
                        "2026-07-01T12:00:00Z",
                        "2026-07-01T11:00:00Z",
                        "2026-07-01T10:00:00Z",
                        "2026-07-01T09:00:00Z",
                        "2026-07-01T08:00:00Z");
        assertThat(get("/api/queues/DLQ.chosen/messages?reasons=x").statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_replay_takes_what_is_chosen_and_leaves_the_others_in_their_order_under_their_names() throws Exception {
        for (int i = 0; i < 6; i++) {
            letter("DLQ.kept.apart", "{\"n\":" + i + "}", i % 2 == 0 ? "no member" : "no json", JULY.plusSeconds(i));
        }
        List<String> names = ids("DLQ.kept.apart", "?reason=no%20json");
        JsonNode replayed = read(post("/api/queues/DLQ.kept.apart/replay?reason=no%20member"));
        assertThat(replayed.path("messages").asInt()).isEqualTo(3);
        assertThat(replayed.path("kept").asInt()).isZero();
        assertThat(List.of(taken("kept.apart"), taken("kept.apart"), taken("kept.apart")))
                .containsExactly("{\"n\":0}", "{\"n\":2}", "{\"n\":4}");
        assertThat(taken("kept.apart")).isNull();
        assertThat(ids("DLQ.kept.apart", "")).isEqualTo(names);
        assertThat(List.of(taken("DLQ.kept.apart"), taken("DLQ.kept.apart"), taken("DLQ.kept.apart")))
                .containsExactly("{\"n\":1}", "{\"n\":3}", "{\"n\":5}");
    }

    @Test
    void one_letter_is_replayed_by_its_id_and_leaves_its_reason_behind() throws Exception {
        letter("DLQ.single", "{\"n\":1}", "no json", JULY);
        letter("DLQ.single", "{\"n\":2}", "no json", JULY);
        String id = ids("DLQ.single", "").get(0);
        String body = read(get("/api/queues/DLQ.single/messages/" + word(id)))
                .path("body")
                .asText();
        post("/api/queues/DLQ.single/replay?id=" + word(id));
        var home = jms.receive("single");
        assertThat(home.getBody(String.class)).isEqualTo(body);
        assertThat(home.getStringProperty("redressLetter")).isEqualTo(id);
        assertThat(home.getStringProperty("redressReason")).isNull();
        assertThat(taken("single")).isNull();
    }

    @Test
    void a_discard_is_for_good_and_says_who_and_why(CapturedOutput output) throws Exception {
        letter("DLQ.discarded", "{\"ticket\":\"R-260701-7K9Q2M\"}", "call 13800138000", JULY);
        letter("DLQ.discarded", "{\"n\":2}", "no json", JULY);
        String id = ids("DLQ.discarded", "?reason=call").get(0);
        var answer = discard("DLQ.discarded", "?reason=call", "{\"why\":\"a test\"}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(read(answer).path("messages").asInt()).isEqualTo(1);
        assertThat(taken("DLQ.discarded")).isEqualTo("{\"n\":2}");
        assertThat(taken("DLQ.discarded")).isNull();
        assertThat(taken("discarded")).isNull();
        JsonNode entry =
                read(get("/api/queues/DLQ.discarded/discarded")).path("items").get(0);
        assertThat(entry.path("id").asText()).isEqualTo(id);
        assertThat(entry.path("by").asText()).isEqualTo("key tester");
        assertThat(entry.path("why").asText()).isEqualTo("a test");
        assertThat(entry.path("ticket").asText()).isEqualTo("R-260701-7K9Q2M");
        assertThat(entry.path("reason").asText()).startsWith("call 138").doesNotContain("13800138000");
        assertThat(output.getAll()).contains("key tester discarded 1 messages of queue DLQ.discarded");
    }

    @Test
    void nothing_is_discarded_without_a_reason_or_without_a_choice() throws Exception {
        letter("DLQ.careful", "{\"n\":1}", "no json", JULY);
        for (String body : List.of("{}", "{\"why\":\" \"}", "{\"why\":\"" + "x".repeat(501) + "\"}")) {
            assertThat(read(discard("DLQ.careful", "?reason=json", body))
                            .path("parameter")
                            .asText())
                    .isEqualTo("why");
        }
        var all = discard("DLQ.careful", "", "{\"why\":\"tidy up\"}");
        assertThat(all.statusCode()).isEqualTo(400);
        assertThat(read(all).path("detail").asText()).contains("all=true");
        assertThat(ids("DLQ.careful", "")).hasSize(1);
        assertThat(read(discard("DLQ.careful", "", "{\"why\":\"tidy up\",\"all\":true}"))
                        .path("messages")
                        .asInt())
                .isEqualTo(1);
        assertThat(ids("DLQ.careful", "")).isEmpty();
    }

    @Test
    void only_queues_of_failures_are_opened() throws Exception {
        for (String path : List.of("/messages", "/messages/ID:1", "/discarded")) {
            assertThat(get("/api/queues/intake" + path).statusCode()).as(path).isEqualTo(409);
            assertThat(get("/api/queues/DLQ.nothing" + path).statusCode())
                    .as(path)
                    .isEqualTo(404);
            assertThat(get("/api/queues/DLQ.%3E" + path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(discard("intake", "", "{\"why\":\"x\",\"all\":true}").statusCode())
                .isEqualTo(409);
    }

    @Test
    void the_dead_letters_of_every_queue_that_the_hub_takes_from_are_shown_before_there_are_any() throws Exception {
        assertThat(read(get("/api/queues")).path("items").findValuesAsText("name"))
                .contains("DLQ.intake", "DLQ.due", "DLQ.tickets.updates", "DLQ.callbacks.outcomes");
    }

    private void letter(String queue, String body, String reason, Instant failedAt) {
        jms.send(queue, session -> {
            var message = session.createTextMessage(body);
            message.setStringProperty("redressReason", reason);
            message.setStringProperty("redressRemedy", "send it again");
            message.setStringProperty("redressFailedAt", failedAt.toString());
            return message;
        });
    }

    private List<String> ids(String queue, String query) throws Exception {
        return read(get("/api/queues/" + queue + "/messages" + query))
                .path("items")
                .findValuesAsText("id");
    }

    private List<String> bodies(String queue, String query) throws Exception {
        List<String> bodies = new ArrayList<>();
        for (String id : ids(queue, query)) {
            bodies.add(read(get("/api/queues/" + queue + "/messages/" + word(id)))
                    .path("body")
                    .asText());
        }
        return bodies;
    }

    private String taken(String queue) {
        return (String) jms.receiveAndConvert(queue);
    }

    private HttpResponse<String> discard(String queue, String query, String body) {
        return send(request("/api/queues/" + queue + "/discard" + query)
                .header("Authorization", "Bearer " + KEY)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String word(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

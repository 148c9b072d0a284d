package io.redress.api.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.api.OpsHub;
import io.redress.handoff.HandOff;
import io.redress.intake.RawMessage;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ItemsApiTest extends OpsHub {

    private static final Instant JULY = Instant.parse("2026-07-01T08:00:00Z");

    @Autowired
    HandOff handOff;

    @Autowired
    ProducerTemplate camel;

    @Autowired
    Mood mood;

    @AfterEach
    void calm() {
        mood.refusal.set(null);
    }

    @Test
    void an_item_is_found_by_each_of_its_names() throws Exception {
        UUID id = rows.item("named", "follow-up", "R-260701-1TEM01", "R-260701-0WN111", JULY, "refers to a ticket");
        for (String filter : List.of(
                "sourceKey=key-" + id,
                "ticket=R-260701-0WN111",
                "number=R-260701-1TEM01",
                "channel=named&state=follow-up",
                "channel=named&from=2026-07-01&to=2026-07-02")) {
            assertThat(read(get("/api/items?" + filter)).path("items").findValuesAsText("id"))
                    .as(filter)
                    .containsExactly(id.toString());
        }
        assertThat(read(get("/api/items?channel=named&state=bounce")).path("items"))
                .isEmpty();
    }

    @Test
    void an_item_tells_its_state_the_reason_and_what_its_channel_knew() throws Exception {
        UUID id = rows.item("web", "invalid", "R-260701-1TEM02", null, JULY, "no text in it");
        JsonNode item = read(get("/api/items/" + id));
        assertThat(item.path("state").asText()).isEqualTo("invalid");
        assertThat(item.path("reason").asText()).isEqualTo("no text in it");
        assertThat(item.path("attributes").path("mapping").asText()).isEqualTo("shop");
        assertThat(item.path("original").asText()).isEqualTo("/api/items/" + id + "/original");
    }

    @Test
    void pages_of_items_go_on_where_the_last_one_ended() throws Exception {
        for (int i = 0; i < 5; i++) {
            rows.item("item-pages", "bounce", "R-260701-1PAGE" + i, null, JULY, "a bounce");
        }
        JsonNode first = read(get("/api/items?channel=item-pages&size=3"));
        rows.item("item-pages", "bounce", "R-260701-1PAGE9", null, JULY.plusSeconds(1), "a bounce");
        JsonNode second = read(get("/api/items?channel=item-pages&size=3&cursor="
                + first.path("next").asText()));
        List<String> seen = new java.util.ArrayList<>(first.path("items").findValuesAsText("number"));
        seen.addAll(second.path("items").findValuesAsText("number"));
        assertThat(seen).hasSize(5).doesNotHaveDuplicates().doesNotContain("R-260701-1PAGE9");
        assertThat(second.path("next").isNull()).isTrue();
    }

    @Test
    void an_original_comes_as_an_attachment_that_no_browser_shows() throws Exception {
        UUID id = rows.item("web", "invalid", "R-260701-1TEM03", null, JULY, "no text in it");
        var answer = java.net.http.HttpClient.newHttpClient()
                .send(
                        request("/api/items/" + id + "/original")
                                .header("Authorization", "Bearer " + KEY)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.body()).containsExactly('<', 'b', '>', 0, 0xff);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment;")
                .contains(id.toString());
    }

    @Test
    void a_big_original_comes_from_the_blob_store() {
        byte[] big = new byte[100_000];
        Arrays.fill(big, (byte) 'x');
        RawMessage raw = handedOff(big);
        await().atMost(SOON).until(() -> state(raw.id()).equals("ticketed"));
        assertThat(get("/api/items/" + raw.id() + "/original").body()).hasSize(100_000);
    }

    @Test
    void an_invalid_item_that_is_replayed_becomes_the_ticket_whose_number_was_told() {
        mood.refusal.set("cannot be read today");
        RawMessage raw = handedOff("The parcel is late".getBytes(StandardCharsets.UTF_8));
        await().atMost(SOON).until(() -> state(raw.id()).equals("invalid"));
        mood.refusal.set(null);
        assertThat(post("/api/items/" + raw.id() + "/replay").statusCode()).isEqualTo(202);
        await().atMost(SOON).until(() -> state(raw.id()).equals("ticketed"));
        assertThat(get("/api/tickets/" + raw.number()).statusCode()).isEqualTo(200);
    }

    @Test
    void a_mail_that_was_set_aside_is_fetched_at_once_when_it_is_replayed() throws Exception {
        UUID id = rows.item("mail", "set-aside", "R-260701-1TEM07", null, JULY, "UID 4 could not be fetched");
        rows.missedMail(id);
        assertThat(post("/api/items/" + id + "/replay").statusCode()).isEqualTo(202);
        assertThat(state(id.toString())).as("its mailbox gives it out, or not").isEqualTo("set-aside");
        assertThat(rows.nextTry(id)).isBefore(Instant.now().plusSeconds(1));
        assertThat(get("/api/items?state=set-aside").body()).contains(id.toString());
    }

    @Test
    void a_part_of_a_conversation_is_not_replayed_alone() throws Exception {
        UUID id = rows.item("chat", "aggregated", "R-260701-1TEM04", "R-260701-0THER1", JULY, "with others");
        var answer = post("/api/items/" + id + "/replay");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(read(answer).path("remedy").asText()).contains("Replay the item");
    }

    @Test
    void an_unknown_item_and_a_malformed_id_are_answered_with_a_remedy() throws Exception {
        for (String path : List.of("", "/original")) {
            var unknown = get("/api/items/" + UUID.randomUUID() + path);
            assertThat(unknown.statusCode()).isEqualTo(404);
            assertThat(read(unknown).path("remedy").asText()).contains("/api/items");
        }
        assertThat(post("/api/items/" + UUID.randomUUID() + "/replay").statusCode())
                .isEqualTo(404);
        assertThat(read(get("/api/items/17")).path("parameter").asText()).isEqualTo("id");
        assertThat(read(get("/api/items?state=lost")).path("detail").asText()).contains("follow-up");
    }

    private RawMessage handedOff(byte[] original) {
        RawMessage raw = handOff.receive("web", "plain-words", original, Map.of());
        camel.sendBody("direct:hand-off", raw);
        return raw;
    }

    private String state(String id) throws Exception {
        return read(get("/api/items/" + id)).path("state").asText();
    }
}

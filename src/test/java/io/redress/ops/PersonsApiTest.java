package io.redress.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class PersonsApiTest extends OpsHub {

    private static final Instant JULY = Instant.parse("2026-07-01T08:00:00Z");

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(strings = {"/api/persons/find", "/api/persons/export", "/api/persons/forget"})
    void without_the_right_key_nobody_is_found_exported_or_forgotten(String path) {
        for (String key : new String[] {"", "Bearer wrong", "Bearer " + KEY + "x", "Basic b3A6b3A="}) {
            var request = request(path)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"value\":\"+8613800138000\",\"confirm\":1}"));
            assertThat(send(key.isEmpty() ? request : request.header("Authorization", key))
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%", "*", ".*", "_", "1380013800_", "' or 1=1 --", "R-%", "\\", "Li Lei", "null"})
    void what_is_no_value_is_refused_and_never_a_pattern(String value) throws Exception {
        var answer = asked("/api/persons/forget", Map.of("value", value));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(read(answer).path("parameter").asText()).isEqualTo("value");
        assertThat(answer.body()).doesNotContain("13800");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%@example.com",
                "____@example.com",
                "'@example.com",
                "*@example.com",
                "[a-z]+@example.com",
                "wecom:%",
                "wecom:*"
            })
    void wildcards_within_a_value_stand_for_themselves(String value) throws Exception {
        person("R-260701-W" + Math.abs(value.hashCode() % 90_000 + 10_000), "", "anna@example.com", "wecom:anna");
        JsonNode found = read(asked("/api/persons/find", Map.of("value", value)));
        assertThat(found.path("tickets")).isEmpty();
    }

    @Test
    void somebody_who_shares_a_phone_keeps_the_tickets_that_do_not_have_it() throws Exception {
        person("R-260701-HAVS01", "+8613900000001", "mother@example.com", "");
        person("R-260701-HAVS02", "+8613900000001", "son@example.com", "");
        person("R-260701-HAVS03", "", "son@example.com", "");
        JsonNode shown = read(asked("/api/persons/forget", Map.of("value", "139 0000 0001")));
        assertThat(shown.path("confirm").asInt()).isEqualTo(2);
        assertThat(shown.at("/found/others/mail")).hasSize(2);
        assertThat(document("R-260701-HAVS01")).contains("mother@example.com");

        JsonNode done = forgotten("139 0000 0001", 2);

        assertThat(done.path("tickets").asInt()).isEqualTo(2);
        assertThat(document("R-260701-HAVS01")).doesNotContain("mother", "13900000001", "too dark", "Li Lei");
        assertThat(document("R-260701-HAVS03")).contains("son@example.com");
        assertThat(read(get("/api/tickets/R-260701-HAVS01")).path("history").toString())
                .contains("forgotten")
                .doesNotContain("through channel");
        assertThat(get("/api/items/" + item("R-260701-HAVS01") + "/original").statusCode())
                .isEqualTo(404);
        assertThat(post("/api/items/" + item("R-260701-HAVS01") + "/replay").statusCode())
                .isEqualTo(404);
    }

    @Test
    void nothing_happens_without_the_number_that_was_shown() throws Exception {
        person("R-260701-CXNF01", "", "confirm@example.com", "");
        for (int wrong : new int[] {0, 2, -1}) {
            assertThat(asked("/api/persons/forget", Map.of("value", "confirm@example.com", "confirm", wrong))
                            .statusCode())
                    .isEqualTo(409);
        }
        assertThat(document("R-260701-CXNF01")).contains("confirm@example.com");
    }

    @Test
    void a_ticket_under_legal_hold_refuses_with_its_reason_until_the_hold_ends() throws Exception {
        person("R-260701-HXDD01", "", "held@example.com", "");
        String path = "/api/tickets/R-260701-HXDD01/legal-hold";
        assertThat(authorized("PUT", path, "{\"reason\":\" \"}").statusCode()).isEqualTo(400);
        assertThat(authorized("PUT", "/api/tickets/R-260701-HXDD99/legal-hold", "{\"reason\":\"x\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(authorized("PUT", path, "{\"reason\":\"court case 7\"}").statusCode())
                .isEqualTo(200);

        var refused = asked("/api/persons/forget", Map.of("value", "Held@Example.com", "confirm", 1));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(read(refused).path("detail").asText()).contains("R-260701-HXDD01", "court case 7");
        assertThat(read(get("/api/tickets/R-260701-HXDD01")).path("history").toString())
                .contains("legal hold placed", "court case 7", "tester");

        assertThat(authorized("DELETE", path, "").statusCode()).isEqualTo(204);
        assertThat(authorized("DELETE", path, "").statusCode()).isEqualTo(404);
        assertThat(forgotten("held@example.com", 1).path("tickets").asInt()).isEqualTo(1);
    }

    @Test
    void who_came_back_with_a_backup_is_forgotten_again_and_who_wrote_since_is_not() throws Exception {
        person("R-260701-BACK01", "", "back@example.com", "");
        String backup = document("R-260701-BACK01");
        forgotten("back@example.com", 1);
        jdbc.sql("update ticket set document = ?::jsonb, forgotten_at = null where number = 'R-260701-BACK01'")
                .param(backup)
                .update();
        person("R-260701-BACK02", "", "back@example.com", "");
        jdbc.sql("update ticket set received_at = now() + interval '1 day' where number = 'R-260701-BACK02'")
                .update();

        assertThat(read(asked("/api/persons/forget-again", Map.of()))
                        .path("begun")
                        .asInt())
                .isEqualTo(1);

        await().atMost(SOON).until(() -> !document("R-260701-BACK01").contains("back@example.com"));
        assertThat(document("R-260701-BACK02")).contains("back@example.com");
    }

    @Test
    void an_export_holds_everything_and_the_history_says_who_took_it() throws Exception {
        person("R-260701-EXPX01", "", "export@example.com", "");
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        request("/api/persons/export")
                                .headers("Authorization", "Bearer " + KEY, "Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{\"value\":\"export@example.com\"}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/zip");
        Map<String, String> files = new HashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        String item = item("R-260701-EXPX01");
        assertThat(files.keySet())
                .containsAll(Set.of(
                        "index.md",
                        "tickets/R-260701-EXPX01/ticket.json",
                        "tickets/R-260701-EXPX01/history.json",
                        "arrivals/" + item + "/original.bin",
                        "arrivals/" + item + "/arrival.json"));
        assertThat(files.get("index.md")).contains("R-260701-EXPX01");
        assertThat(files.get("tickets/R-260701-EXPX01/ticket.json")).contains("export@example.com");
        assertThat(read(get("/api/tickets/R-260701-EXPX01")).path("history").toString())
                .contains("exported", "tester");
    }

    @Test
    void retention_is_shown_by_kind_and_is_off_as_shipped() throws Exception {
        JsonNode shown = read(get("/api/retention"));
        assertThat(shown.path("enabled").asBoolean()).isFalse();
        assertThat(shown.path("items")).hasSize(10);
    }

    private JsonNode forgotten(String value, int confirm) throws Exception {
        JsonNode begun = read(asked("/api/persons/forget", Map.of("value", value, "confirm", confirm)));
        String path = "/api/persons/forgettings/" + begun.path("id").asText();
        await().atMost(SOON).until(() -> read(get(path)).path("state").asText().equals("done"));
        return read(get(path));
    }

    private void person(String number, String phone, String mail, String handle) {
        rows.ticket(number, "persons", JULY, "Li Lei of " + number, "because");
        jdbc.sql("""
                update ticket set document = jsonb_set(jsonb_set(jsonb_set(document,
                  '{customer,phones}', to_jsonb(array_remove(array[?], ''))),
                  '{customer,emails}', to_jsonb(array_remove(array[?], ''))),
                  '{customer,handles}', to_jsonb(array_remove(array[?], ''))) where number = ?
                """).params(phone, mail, handle, number).update();
    }

    private String document(String number) {
        return jdbc.sql("select document::text from ticket where number = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    private String item(String number) {
        return jdbc.sql("select item_id::text from ticket where number = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    private HttpResponse<String> asked(String path, Map<String, Object> body) throws Exception {
        return authorized("POST", path, json.writeValueAsString(body));
    }

    private HttpResponse<String> authorized(String method, String path, String body) {
        return send(request(path)
                .headers("Authorization", "Bearer " + KEY, "Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }
}

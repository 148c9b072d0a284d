package io.redress.api.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonsApiTest extends PersonHub {

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
    void a_ticket_that_merely_mentions_a_phone_is_shown_as_such_and_forgotten_only_when_asked_for() throws Exception {
        person("R-260701-MENT01", "+8613900000031", "owner@example.com", "");
        person("R-260701-MENT02", "+8613900000031", "writer@example.com", "");
        jdbc.sql("""
                update ticket set document = jsonb_set(document, '{customer,phonesInText}', document #> '{customer,phones}')
                where number = 'R-260701-MENT02'
                """).update();

        JsonNode found = read(asked("/api/persons/find", Map.of("value", "139 0000 0031")));
        assertThat(found.path("tickets").findValuesAsText("number")).containsExactly("R-260701-MENT01");
        assertThat(found.path("mentioned").findValuesAsText("number")).containsExactly("R-260701-MENT02");
        assertThat(found.at("/mentioned/0/foundBy").asText()).isEqualTo("phone-in-text");
        assertThat(found.path("others").toString()).doesNotContain("writer@example.com");

        JsonNode shown = read(asked("/api/persons/forget", Map.of("value", "139 0000 0031")));
        assertThat(shown.path("confirm").asInt()).isEqualTo(1);
        assertThat(shown.at("/found/mentioned")).hasSize(1);
        forgotten("139 0000 0031", 1);
        assertThat(document("R-260701-MENT01")).doesNotContain("owner@example.com");
        assertThat(document("R-260701-MENT02")).contains("writer@example.com", "+8613900000031");

        var all = asked("/api/persons/forget", Map.of("value", "139 0000 0031", "mentioned", true, "confirm", 1));
        assertThat(all.statusCode()).isEqualTo(202);
        await().atMost(SOON.multipliedBy(3))
                .until(() -> !document("R-260701-MENT02").contains("+8613900000031"));
        assertThat(read(asked("/api/persons/find", Map.of("value", "139 0000 0031")))
                        .path("mentioned"))
                .isEmpty();
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
}

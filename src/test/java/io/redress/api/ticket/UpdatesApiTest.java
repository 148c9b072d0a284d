package io.redress.api.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.api.OpsHub;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UpdatesApiTest extends OpsHub {

    private static final Instant JULY = Instant.parse("2026-07-01T08:00:00Z");

    @Test
    void an_update_changes_the_ticket_and_its_sender_is_in_the_history() throws Exception {
        rows.ticket("R-260701-XPDAT1", "updated", JULY, "Li", "because");
        HttpResponse<String> answer = update("R-260701-XPDAT1", "{\"id\":\"1\",\"kind\":\"accepted\"}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(read(answer).path("outcome").asText()).isEqualTo("applied");
        assertThat(read(answer).path("status").asText()).isEqualTo("assigned");
        JsonNode ticket = read(get("/api/tickets/R-260701-XPDAT1"));
        assertThat(ticket.path("status").asText()).isEqualTo("assigned");
        assertThat(ticket.path("history").findValuesAsText("who")).contains("key tester");
    }

    @Test
    void whoever_a_sender_names_the_history_says_who_was_authenticated() throws Exception {
        rows.ticket("R-260701-XPDAT7", "updated", JULY, "Li", "because");
        String[] names = {"wang.li", "key default", "hub", "tester"};
        for (String name : names) {
            update("R-260701-XPDAT7", "{\"id\":\"" + name + "\",\"kind\":\"note\",\"by\":\"" + name + "\"}");
        }
        JsonNode history = read(get("/api/tickets/R-260701-XPDAT7")).path("history");
        for (int n = 0; n < names.length; n++) {
            JsonNode event = history.get(history.size() - names.length + n);
            assertThat(event.path("who").asText()).isEqualTo("key tester");
            assertThat(event.path("why").asText()).isEqualTo("said by " + names[n] + " of key tester");
        }
        assertThat(update("R-260701-XPDAT7", "{\"id\":\"9\",\"kind\":\"note\",\"user\":\"wang.li\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void the_same_id_again_is_answered_as_a_repeat() throws Exception {
        rows.ticket("R-260701-XPDAT2", "updated", JULY, "Li", "because");
        String update = "{\"id\":\"1\",\"kind\":\"solved\",\"remedy\":\"replaced\"}";
        update("R-260701-XPDAT2", update);
        assertThat(read(update("R-260701-XPDAT2", update)).path("outcome").asText())
                .isEqualTo("repeated");
        assertThat(read(get("/api/tickets/R-260701-XPDAT2")).path("remedy").asText())
                .isEqualTo("replaced");
    }

    @Test
    void an_update_that_does_not_fit_is_a_conflict_and_says_why() throws Exception {
        rows.ticket("R-260701-XPDAT3", "updated", JULY, "Li", "because");
        HttpResponse<String> answer = update("R-260701-XPDAT3", "{\"id\":\"1\",\"kind\":\"reopened\"}");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(read(answer).path("detail").asText()).endsWith("it is received");
    }

    @Test
    void an_unknown_ticket_is_not_found_and_a_bad_update_names_the_field() throws Exception {
        assertThat(update("R-260701-NWHERE", "{\"id\":\"1\",\"kind\":\"accepted\"}")
                        .statusCode())
                .isEqualTo(404);
        HttpResponse<String> kind = update("R-260701-NWHERE", "{\"id\":\"1\",\"kind\":\"eaten\"}");
        assertThat(kind.statusCode()).isEqualTo(400);
        assertThat(read(kind).path("detail").asText()).contains("'kind' must be one of accepted");
        HttpResponse<String> id = update("R-260701-NWHERE", "{\"kind\":\"accepted\"}");
        assertThat(read(id).path("detail").asText()).contains("'id' must be");
    }

    @Test
    void an_unknown_member_is_refused_and_named_with_the_one_that_was_probably_meant() throws Exception {
        rows.ticket("R-260701-XPDAT4", "updated", JULY, "Li", "because");
        HttpResponse<String> answer =
                update("R-260701-XPDAT4", "{\"id\":\"1\",\"kind\":\"solved\",\"remdy\":\"replaced\"}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(read(answer).path("detail").asText())
                .startsWith("'remdy' is not a member of an update; did you mean 'remedy'?")
                .contains("tell-customer");
        assertThat(read(get("/api/tickets/R-260701-XPDAT4")).path("status").asText())
                .isEqualTo("received");
        assertThat(update("R-260701-XPDAT4", "{\"id\":\"1\",\"kind\":\"solved\",\"user\":\"erp\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(update("R-260701-XPDAT4", "[]").statusCode()).isEqualTo(400);
        assertThat(update("R-260701-XPDAT4", "{").statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> update(String number, String body) {
        return send(request("/api/tickets/" + number + "/updates")
                .header("Authorization", "Bearer " + KEY)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }
}

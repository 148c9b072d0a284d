package io.redress.systems;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.delivery.dialogue.DialogueRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A person at Tryton, who sees what is there and decides. */
final class TrytonAgent {

    private final DialogueClient client;
    private final String user;
    private final String password;

    TrytonAgent(DialogueClient client, String user, String password) {
        this.client = client;
        this.user = user;
        this.password = password;
    }

    JsonNode complaints(String number) {
        return find("sale.complaint", List.of("reference", "=", number), "state");
    }

    long id(String number) {
        return complaints(number).path(0).path("id").asLong();
    }

    JsonNode parties(String name) {
        return find("party.party", List.of("name", "=", name), "name");
    }

    List<String> attachments(long complaint) {
        return find("ir.attachment", List.of("resource", "=", "sale.complaint," + complaint), "name")
                .findValuesAsText("name");
    }

    List<String> notes(long complaint) {
        return find("ir.note", List.of("resource", "=", "sale.complaint," + complaint), "message")
                .findValuesAsText("message");
    }

    /** A button of the complaint's form: {@code approve}, {@code reject} … */
    void press(String button, long complaint) {
        call("model.sale.complaint." + button, List.of(List.of(complaint), Map.of()));
    }

    private JsonNode find(String model, List<String> clause, String field) {
        return call(
                "model." + model + ".search_read",
                List.of(List.of(clause), 0, 100, List.of(List.of("id", "ASC")), List.of(field), Map.of()));
    }

    private JsonNode call(String method, List<?> params) {
        JsonNode login = rpc(null, "common.db.login", List.of(user, Map.of("password", password), "en"));
        String session = user + ":" + login.get(0).asText() + ":" + login.get(1).asText();
        return rpc(
                "Session " + Base64.getEncoder().encodeToString(session.getBytes(StandardCharsets.UTF_8)),
                method,
                params);
    }

    private JsonNode rpc(String authorization, String method, List<?> params) {
        var body = Map.of("id", 1, "method", method, "params", params);
        JsonNode answer = client.json(DialogueRequest.send("POST", "/", authorization, body));
        if (answer.has("error")) {
            throw new IllegalStateException(method + ": " + answer.path("error"));
        }
        return answer.path("result");
    }
}

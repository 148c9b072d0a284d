package io.redress.systems;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.delivery.dialogue.DialogueRequest;
import java.util.List;
import java.util.Map;

/** A person at Request Tracker, who sees what is there, answers and resolves. */
record RtAgent(DialogueClient client, String token) {

    JsonNode tickets(String number) {
        return get("/tickets", Map.of("query", "CF.{Redress}='" + number + "'", "fields", "Subject,Status,Queue"))
                .path("items");
    }

    String id(String number) {
        return tickets(number).path(0).path("id").asText();
    }

    /** The texts of what was written at a ticket, but its first. */
    List<String> written(String number) {
        return get("/ticket/" + id(number) + "/attachments", Map.of("fields", "Content,Subject", "per_page", "100"))
                .findValuesAsText("Content");
    }

    List<String> files(String number) {
        return get("/ticket/" + id(number) + "/attachments", Map.of("fields", "Filename", "per_page", "100"))
                .findValuesAsText("Filename")
                .stream()
                .filter(name -> !name.isEmpty())
                .toList();
    }

    void reply(String number, String text) {
        send("POST", "/ticket/" + id(number) + "/correspond", Map.of("Content", text, "ContentType", "text/plain"));
    }

    void resolve(String number, String remedy) {
        send("PUT", "/ticket/" + id(number), Map.of("CustomFields", Map.of("Remedy", remedy)));
        send("PUT", "/ticket/" + id(number), Map.of("Status", "resolved"));
    }

    JsonNode get(String path, Map<String, String> query) {
        return client.json(DialogueRequest.get(path, query, "token " + token));
    }

    void send(String method, String path, Object body) {
        client.json(DialogueRequest.send(method, path, "token " + token, body));
    }
}

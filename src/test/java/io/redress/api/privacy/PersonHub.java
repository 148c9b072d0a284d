package io.redress.api.privacy;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.api.OpsHub;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A hub with persons, about whom tests ask. */
abstract class PersonHub extends OpsHub {

    private static final Instant JULY = Instant.parse("2026-07-01T08:00:00Z");

    @Autowired
    JdbcClient jdbc;

    JsonNode forgotten(String value, int confirm) throws Exception {
        JsonNode begun = read(asked("/api/persons/forget", Map.of("value", value, "confirm", confirm)));
        String path = "/api/persons/forgettings/" + begun.path("id").asText();
        await().atMost(SOON.multipliedBy(3))
                .until(() -> read(get(path)).path("state").asText().equals("done"));
        return read(get(path));
    }

    void person(String number, String phone, String mail, String handle) {
        rows.ticket(number, "persons", JULY, "Li Lei of " + number, "because");
        jdbc.sql("""
                update ticket set document = jsonb_set(jsonb_set(jsonb_set(document,
                  '{customer,phones}', to_jsonb(array_remove(array[?], ''))),
                  '{customer,emails}', to_jsonb(array_remove(array[?], ''))),
                  '{customer,handles}', to_jsonb(array_remove(array[?], ''))) where number = ?
                """).params(phone, mail, handle, number).update();
    }

    String document(String number) {
        return jdbc.sql("select document::text from ticket where number = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    String item(String number) {
        return jdbc.sql("select item_id::text from ticket where number = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    HttpResponse<String> asked(String path, Map<String, Object> body) throws Exception {
        return authorized("POST", path, json.writeValueAsString(body));
    }

    HttpResponse<String> authorized(String method, String path, String body) {
        return send(request(path)
                .headers("Authorization", "Bearer " + KEY, "Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }
}

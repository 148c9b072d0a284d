package io.redress.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/** A customer's complaint by the web form. */
final class FormSubmission {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private FormSubmission() {}

    /** Complains by phone number alone; gives the ticket's number. */
    static String sent(HubProcess hub, String text) throws Exception {
        return sent(hub, Map.of("text", text, "phone", "13800138000"));
    }

    /** Complains, and can be written to. */
    static String sent(HubProcess hub, String email, String text) throws Exception {
        return sent(hub, Map.of("text", text, "phone", "13800138000", "email", email));
    }

    private static String sent(HubProcess hub, Map<String, String> fields) throws Exception {
        return posted(hub, JSON.writeValueAsString(fields));
    }

    /** Complains by this JSON, as it stands; gives the ticket's number. */
    static String posted(HubProcess hub, String json) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(hub.uri("/complaints"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return JSON.readTree(answer.body()).path("ticket").asText();
    }
}

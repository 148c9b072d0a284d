package io.redress.systems;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.delivery.dialogue.Dialogue;
import io.redress.delivery.dialogue.DialogueRequest;
import io.redress.delivery.dialogue.Dialogues;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Holds a dialogue with a system by HTTP, as {@code kamelet:dialogue-action} does. */
record DialogueClient(String url) {

    private static final long TIMEOUT = 30_000;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Dialogues DIALOGUES = new Dialogues(Clock.systemUTC());

    <T> T result(Dialogue dialogue, Class<T> type) {
        Dialogue at = dialogue;
        while (at.isOpen()) {
            at = step(at);
        }
        return type.cast(at.getResult());
    }

    /** Asks one thing. */
    Dialogue step(Dialogue dialogue) {
        HttpResponse<byte[]> answer = send(dialogue.getRequest());
        return DIALOGUES.answered(
                dialogue,
                Instant.now(),
                TIMEOUT,
                answer.statusCode(),
                answer.headers().map().entrySet().stream()
                        .collect(Collectors.<Map.Entry<String, List<String>>, String, Object>toMap(
                                Map.Entry::getKey, header -> header.getValue())),
                new ByteArrayInputStream(answer.body()));
    }

    HttpResponse<byte[]> send(DialogueRequest request) {
        String query = request.query() == null ? "" : "?" + request.query();
        var http = HttpRequest.newBuilder(URI.create(url + request.path() + query))
                .timeout(Duration.ofSeconds(30))
                .method(
                        request.method(),
                        request.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(request.body()));
        request.headers().forEach(http::header);
        try {
            return HTTP.send(http.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The JSON that a single request is answered with. */
    JsonNode json(DialogueRequest request) {
        return result(Dialogue.ask(request, response -> Dialogue.ended(response.json())), JsonNode.class);
    }
}

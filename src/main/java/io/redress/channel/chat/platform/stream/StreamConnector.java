package io.redress.channel.chat.platform.stream;

import io.redress.channel.chat.platform.outbound.StreamOpening.AddressNotAllowed;
import io.redress.configfile.InvalidConfiguration;
import io.redress.delivery.dialogue.DialogueRequest;
import io.redress.delivery.dialogue.DialogueResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Opens connections: asks the platform for an address, and connects to it. Redirects are not followed. */
final class StreamConnector {

    /** Bytes of an answer that are read. */
    private static final int LONGEST = 64 << 10;

    private final HttpClient http;
    private final PlatformStream stream;
    private final Duration timeLimit;

    StreamConnector(HttpClient http, PlatformStream stream, Duration timeLimit) {
        this.http = http;
        this.stream = stream;
        this.timeLimit = timeLimit;
    }

    /** @throws OpeningFailed saying what keeps it from being opened */
    StreamConnection open(StreamConnection.Owner owner) throws OpeningFailed, InterruptedException {
        StreamAccess access;
        DialogueRequest request;
        try {
            access = stream.access();
            request = access.request();
        } catch (IllegalArgumentException | InvalidConfiguration e) {
            throw StreamProblems.misconfigured(String.valueOf(e.getMessage()));
        }
        DialogueResponse response = within(access, ask(access, request));
        URI address;
        try {
            address = access.address(response);
        } catch (AddressNotAllowed e) {
            throw StreamProblems.notAllowed(access, e);
        }
        if (address == null) {
            throw StreamProblems.refused(access, response.status(), access.words(response));
        }
        var connection = new StreamConnection(access, owner, stream.maxBytes());
        try {
            within(access, http.newWebSocketBuilder().connectTimeout(timeLimit).buildAsync(address, connection));
            return connection;
        } catch (OpeningFailed e) {
            connection.abort("it was not opened in time");
            throw e;
        }
    }

    private CompletableFuture<DialogueResponse> ask(StreamAccess access, DialogueRequest request) throws OpeningFailed {
        String query = request.query() == null ? "" : "?" + request.query();
        HttpRequest.Builder asked;
        try {
            asked = HttpRequest.newBuilder(URI.create(request.url() + request.path() + query))
                    .timeout(timeLimit);
            request.headers().forEach(asked::header);
        } catch (IllegalArgumentException e) {
            throw StreamProblems.misconfigured(
                    "the request in the platform's file, with the channel's settings, is not a valid HTTP request");
        }
        String body = request.body();
        asked.method(
                request.method(),
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        CompletableFuture<HttpResponse<InputStream>> answer =
                http.sendAsync(asked.build(), BodyHandlers.ofInputStream());
        return answer.thenApplyAsync(StreamConnector::read)
                .orTimeout(timeLimit.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((read, error) -> {
                    if (error != null) {
                        answer.cancel(true);
                        answer.thenAccept(StreamConnector::close); // a body that drips in is not waited for
                    }
                });
    }

    private static void close(HttpResponse<InputStream> response) {
        try {
            response.body().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DialogueResponse read(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            return new DialogueResponse(response.statusCode(), body.readNBytes(LONGEST), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T within(StreamAccess access, CompletableFuture<T> future) throws OpeningFailed, InterruptedException {
        try {
            return future.get(timeLimit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            future.cancel(true);
            throw StreamProblems.unreachable(access, e);
        }
    }
}

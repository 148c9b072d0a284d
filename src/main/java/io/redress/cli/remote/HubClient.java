package io.redress.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of commands that ask the running hub by its ops API, and the asking. */
public final class HubClient {

    @Option(
            names = "--url",
            defaultValue = "http://127.0.0.1:8080",
            description = "The hub (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private URI hub;

    @Option(
            names = "--key-file",
            description = "A file that holds a key of the ops API; without it, the environment's REDRESS_API_KEY")
    private @Nullable Path keyFile;

    @Option(names = "--json", description = "Print what the hub answers, as JSON")
    private boolean json;

    /** Nobody can be asked, or the hub refuses; the message says what to do. */
    public static final class HubRequestFailed extends Exception {

        private static final long serialVersionUID = 1;

        private final boolean usage;

        HubRequestFailed(String message, boolean usage) {
            super(message);
            this.usage = usage;
        }

        /** Whether the command was called wrongly. */
        public boolean isUsage() {
            return usage;
        }
    }

    /**
     * Prints an answer: as JSON if that was asked for, else in words.
     *
     * @param words prints it for people
     */
    void print(PrintWriter out, JsonNode answer, Runnable words) {
        if (json) {
            out.println(answer.toPrettyString());
        } else {
            words.run();
        }
    }

    /** A value of an answer, or all of a list with commas between. */
    static String words(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(", "))
                : value.asText();
    }

    public JsonNode get(String path) throws HubRequestFailed, InterruptedException {
        return send(HttpRequest.newBuilder(hub.resolve(path)).GET());
    }

    /** As {@link #get}; empty when there is no such thing. */
    Optional<JsonNode> find(String path) throws HubRequestFailed, InterruptedException {
        var answer = send(HttpRequest.newBuilder(hub.resolve(path)).GET(), HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() == 404 ? Optional.empty() : Optional.of(good(answer.statusCode(), answer.body()));
    }

    JsonNode post(String path) throws HubRequestFailed, InterruptedException {
        return send(HttpRequest.newBuilder(hub.resolve(path)).POST(HttpRequest.BodyPublishers.noBody()));
    }

    JsonNode post(String path, JsonNode body) throws HubRequestFailed, InterruptedException {
        return send(withBody(path, body));
    }

    void delete(String path) throws HubRequestFailed, InterruptedException {
        send(HttpRequest.newBuilder(hub.resolve(path)).DELETE());
    }

    /** Saves what the hub answers; a refusal is not saved. */
    void download(String path, JsonNode body, Path file) throws HubRequestFailed, InterruptedException {
        try {
            HttpResponse<InputStream> answer = send(withBody(path, body), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream in = answer.body()) {
                if (!isGood(answer.statusCode())) {
                    good(answer.statusCode(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
                Files.copy(in, file);
            }
        } catch (FileAlreadyExistsException e) {
            throw new HubRequestFailed(file + " already exists: give another name", true);
        } catch (IOException e) {
            throw new HubRequestFailed(file + " was not written whole: " + e.getMessage(), false);
        }
    }

    private HttpRequest.Builder withBody(String path, JsonNode body) {
        return HttpRequest.newBuilder(hub.resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
    }

    private JsonNode send(HttpRequest.Builder request) throws HubRequestFailed, InterruptedException {
        HttpResponse<String> answer = send(request, HttpResponse.BodyHandlers.ofString());
        return good(answer.statusCode(), answer.body());
    }

    private static boolean isGood(int status) {
        return status / 100 == 2;
    }

    /** A refusal is told in words, with what the hub says can be done. */
    private static JsonNode good(int status, String text) throws HubRequestFailed {
        JsonNode body = body(text);
        if (isGood(status)) {
            return body;
        }
        String why = body.path("detail").asText(body.path("title").asText());
        String remedy = body.path("remedy").asText();
        throw new HubRequestFailed(
                "Refused (" + status + ")" + (why.isEmpty() ? "" : ": " + why)
                        + (remedy.isEmpty() ? "" : " → " + remedy),
                false);
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler)
            throws HubRequestFailed, InterruptedException {
        String key = key();
        if (key.isEmpty()) {
            throw new HubRequestFailed("No key: set REDRESS_API_KEY, or give --key-file", true);
        }
        request.timeout(Duration.ofMinutes(5)).header("Authorization", "Bearer " + key);
        try (var notice = new WaitingNotice(hub)) {
            HttpClient client = HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(10))
                    .build();
            return client.send(request.build(), handler);
        } catch (IOException e) {
            throw new HubRequestFailed("No hub answers at " + hub + ": start it, or give its address by --url", false);
        }
    }

    private static JsonNode body(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            return new ObjectMapper().createObjectNode(); // a proxy's page: the status says it all
        }
    }

    private String key() throws HubRequestFailed {
        String key = System.getenv("REDRESS_API_KEY");
        try {
            key = keyFile == null ? key : Files.readString(keyFile);
        } catch (IOException e) {
            throw new HubRequestFailed("The key file cannot be read: " + e.getMessage(), true);
        }
        return key == null ? "" : key.strip();
    }
}

package io.redress.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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

    /** What the hub answered. */
    public record Response(int status, JsonNode body) {

        public boolean isGood() {
            return status / 100 == 2;
        }

        /** The refusal in words, with what the hub says can be done. */
        public String refusal() {
            String why = body.path("detail").asText(body.path("title").asText());
            String remedy = body.path("remedy").asText();
            return "Refused (" + status + ")" + (why.isEmpty() ? "" : ": " + why)
                    + (remedy.isEmpty() ? "" : " → " + remedy);
        }
    }

    /** Nobody can be asked; the message says what to do. */
    public static final class HubUnreachable extends Exception {

        private static final long serialVersionUID = 1;

        private final boolean usage;

        public HubUnreachable(String message, boolean usage) {
            super(message);
            this.usage = usage;
        }

        /** Whether the command was called wrongly. */
        public boolean isUsage() {
            return usage;
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

    public Response get(String path) throws HubUnreachable, InterruptedException {
        return send(HttpRequest.newBuilder(hub.resolve(path)).GET());
    }

    Response post(String path) throws HubUnreachable, InterruptedException {
        return send(HttpRequest.newBuilder(hub.resolve(path)).POST(HttpRequest.BodyPublishers.noBody()));
    }

    Response post(String path, JsonNode body) throws HubUnreachable, InterruptedException {
        return send(withBody(path, body));
    }

    /** Saves what the hub answers; a refusal is not saved. */
    Response download(String path, JsonNode body, Path file) throws HubUnreachable, InterruptedException {
        try {
            HttpResponse<InputStream> answer = send(withBody(path, body), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream in = answer.body()) {
                if (answer.statusCode() / 100 != 2) {
                    return new Response(
                            answer.statusCode(), body(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
                }
                Files.copy(in, file);
                return new Response(answer.statusCode(), new ObjectMapper().createObjectNode());
            }
        } catch (FileAlreadyExistsException e) {
            throw new HubUnreachable(file + " already exists: give another name", true);
        } catch (IOException e) {
            throw new HubUnreachable(file + " was not written whole: " + e.getMessage(), false);
        }
    }

    private HttpRequest.Builder withBody(String path, JsonNode body) {
        return HttpRequest.newBuilder(hub.resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
    }

    private Response send(HttpRequest.Builder request) throws HubUnreachable, InterruptedException {
        HttpResponse<String> answer = send(request, HttpResponse.BodyHandlers.ofString());
        return new Response(answer.statusCode(), body(answer.body()));
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler)
            throws HubUnreachable, InterruptedException {
        String key = key();
        if (key.isEmpty()) {
            throw new HubUnreachable("No key: set REDRESS_API_KEY, or give --key-file", true);
        }
        request.timeout(Duration.ofMinutes(5)).header("Authorization", "Bearer " + key);
        try {
            HttpClient client = HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(10))
                    .build();
            return client.send(request.build(), handler);
        } catch (IOException e) {
            throw new HubUnreachable("No hub answers at " + hub + ": start it, or give its address by --url", false);
        }
    }

    private static JsonNode body(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            return new ObjectMapper().createObjectNode(); // a proxy's page: the status says it all
        }
    }

    private String key() throws HubUnreachable {
        String key = System.getenv("REDRESS_API_KEY");
        try {
            key = keyFile == null ? key : Files.readString(keyFile);
        } catch (IOException e) {
            throw new HubUnreachable("The key file cannot be read: " + e.getMessage(), true);
        }
        return key == null ? "" : key.strip();
    }
}

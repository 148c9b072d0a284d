package io.redress.channel.mailbox.oauth;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A token server (RFC 6749, 3.2) on loopback, which answers as a test says and keeps what it was asked. */
public final class EmulatedTokenServer implements AutoCloseable {

    public final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();
    public final List<String> paths = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile Function<Integer, Answer> answers = n -> token("token-" + n, 3600);

    /** With its status. */
    public record Answer(int status, String body) {}

    public EmulatedTokenServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    public static Answer token(String token, int seconds) {
        return new Answer(
                200, "{\"token_type\":\"Bearer\",\"expires_in\":%d,\"access_token\":\"%s\"}".formatted(seconds, token));
    }

    /** Microsoft's kind of refusal, with what it adds for its support. */
    public static Answer refusal(String error, String description) {
        return new Answer(
                400,
                "{\"error\":\"%s\",\"error_description\":\"%s\\r\\nTrace ID: 0000-1111 Correlation ID: 2222\"}"
                        .formatted(error, description));
    }

    /** @param answer by the number of the request, from 1 */
    public void answers(Function<Integer, Answer> answer) {
        answers = answer;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A copy of a shipped provider of which only the token server is this one. */
    public Path withProvider(Path config, String name) throws IOException {
        Path folder = Files.createDirectories(config.resolve("oauth"));
        String shipped = Files.readString(Path.of("config/oauth", name + ".yaml"));
        Files.writeString(
                folder.resolve(name + ".yaml"),
                shipped.replace("https://login.microsoftonline.com", url())
                        .replace("https://oauth2.googleapis.com", url()));
        return folder;
    }

    private void answer(HttpExchange exchange) {
        try (exchange) {
            String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(Arrays.stream(form.split("&"))
                    .map(field -> field.split("=", 2))
                    .collect(Collectors.toMap(field -> field[0], field -> decoded(field[1]))));
            paths.add(exchange.getRequestURI().toString());
            Answer answer = answers.apply(asked.size());
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            if (answer.status() / 100 == 3) {
                exchange.getResponseHeaders().set("Location", url() + "/elsewhere");
            }
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

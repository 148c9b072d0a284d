package io.redress.channel.feed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A marketplace on loopback: answers each request as the test says, and keeps what was asked. */
public final class FeedServer implements AutoCloseable {

    /** What is answered; headers by name. */
    public record Answer(int status, String body, Map<String, String> headers) {

        public static Answer ok(String body) {
            return new Answer(200, body, Map.of());
        }
    }

    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private volatile Function<String, Answer> answers = path -> Answer.ok("{}");

    public FeedServer() {
        this(0);
    }

    /** @param port 0 for a free one */
    public FeedServer(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** @param answers by path and query of a request */
    public void answers(Function<String, Answer> answers) {
        this.answers = answers;
    }

    public String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Paths and queries of the requests, in their order. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** The headers of that name. */
    public List<String> authorizations() {
        return List.copyOf(authorizations);
    }

    public void forget() {
        asked.clear();
        authorizations.clear();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String request = exchange.getRequestURI().toString();
        asked.add(request);
        authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        Answer answer = answers.apply(request);
        answer.headers().forEach(exchange.getResponseHeaders()::add);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        } catch (IOException e) {
            return; // who asked has gone
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

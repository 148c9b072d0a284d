package io.redress.systems;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.Executors;

/** A service on loopback that answers as its published API says, and fails when a test wants it to. */
public abstract class ServiceEmulation implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper();

    /** What is answered: a status, headers, and JSON or nothing. */
    public record Answer(int status, Map<String, String> headers, Object body) {

        Answer(int status, Object body) {
            this(status, Map.of(), body);
        }
    }

    private final HttpServer server;
    private final Deque<Answer> trouble = new ArrayDeque<>();
    private int lost;

    ServiceEmulation() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::call);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The next request is answered with this, and nothing is done. */
    public synchronized void answerNext(Answer answer) {
        trouble.add(answer);
    }

    /** The next write is done, and its answer never arrives. */
    public synchronized void loseNextAnswer() {
        lost++;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** What the service does and answers. Called by one request at a time. */
    abstract Answer answer(HttpExchange call, JsonNode body) throws IOException;

    private void call(HttpExchange call) throws IOException {
        try (call) {
            Answer answer = decide(call, call.getRequestBody().readAllBytes());
            if (answer == null) {
                throw new IOException("the connection breaks before the answer");
            }
            byte[] bytes = answer.body() == null ? new byte[0] : JSON.writeValueAsBytes(answer.body());
            call.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
            answer.headers().forEach(call.getResponseHeaders()::set);
            call.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            call.getResponseBody().write(bytes);
        }
    }

    private synchronized Answer decide(HttpExchange call, byte[] body) throws IOException {
        if (!trouble.isEmpty()) {
            return trouble.remove();
        }
        boolean form = String.valueOf(call.getRequestHeaders().getFirst("Content-Type"))
                .contains("form");
        JsonNode json = form ? JSON.valueToTree(new String(body, StandardCharsets.UTF_8)) : JSON.readTree(body);
        Answer answer = answer(call, json);
        if (lost > 0 && !call.getRequestMethod().equals("GET") && answer.status() < 300 && !form) {
            lost--;
            return null;
        }
        return answer;
    }

    static String header(HttpExchange call, String name) {
        String value = call.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }
}

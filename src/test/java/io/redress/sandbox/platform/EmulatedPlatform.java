package io.redress.sandbox.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A chat platform as a hub sees it, on loopback: it calls the hub with what customers say, signed as the vendor documents it,
 * takes messages for them, gives tokens and files, and fails when it is told to. Nothing of it is the hub's code.
 */
public abstract class EmulatedPlatform implements AutoCloseable {

    /** A customer was told something. */
    public record Sent(String customer, String text) {}

    /**
     * A customer says something.
     *
     * @param id the platform's
     * @param photo by which the platform knows it; empty for a text
     */
    public record Said(String id, String customer, String text, String photo, Instant at) {

        public static Said text(String id, String customer, String text) {
            return new Said(id, customer, text, "", Instant.now());
        }

        public static Said photo(String id, String customer, String photo) {
            return new Said(id, customer, "", photo, Instant.now());
        }
    }

    /** What the hub asks. */
    protected record Asked(
            String method, String path, Map<String, String> query, Map<String, String> headers, byte[] bytes) {

        JsonNode json() {
            try {
                return JSON.readTree(bytes);
            } catch (IOException e) {
                return MissingNode.getInstance();
            }
        }

        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    /** What the hub is answered. */
    public record Answer(int status, byte[] body) {

        static Answer json(int status, String json) {
            return new Answer(status, json.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The smallest picture that a file inspector takes for one. */
    protected static final byte[] PNG = java.util.Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name;
    private final HttpServer server;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final Map<String, Sent> byKey = new HashMap<>();
    private final Deque<Answer> trouble = new ArrayDeque<>();
    private final AtomicInteger tokens = new AtomicInteger(1);
    private final AtomicInteger tokensGiven = new AtomicInteger();

    /** @param port 0 for a free one */
    protected EmulatedPlatform(String name, int port) {
        this.name = name;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::serve);
        server.start();
    }

    /** As its file in {@code config/platforms}. */
    public String name() {
        return name;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The settings of a channel of it, without the channel's name. */
    public abstract Map<String, String> settings();

    /** The check of an address that the platform makes before it sends anything there: true when the hub passes. */
    public abstract boolean handshake(URI hub);

    /** A request with messages, signed at a time; one message, where the platform sends them alone. */
    protected abstract HttpRequest.Builder request(URI hub, List<Said> said, Instant signedAt);

    /** What the platform does when it is asked; {@code null} where there is no such address. */
    protected abstract Answer answer(Asked asked);

    /** Sends a request with these messages; gives the hub's status. */
    public int say(URI hub, Said... said) {
        return send(request(hub, List.of(said), Instant.now())).statusCode();
    }

    /** The same, signed at another time than now. */
    public int sayAt(URI hub, Instant signedAt, Said... said) {
        return send(request(hub, List.of(said), signedAt)).statusCode();
    }

    /** The same, with another body under the signature of the first. */
    public HttpRequest genuine(URI hub, Said... said) {
        return request(hub, List.of(said), Instant.now()).build();
    }

    /** What customers were told, oldest first. */
    public List<Sent> sent() {
        return List.copyOf(sent);
    }

    public int tokensGiven() {
        return tokensGiven.get();
    }

    /** Answers the next message, or request for a file, with this. */
    public void answerNext(int status, String body) {
        synchronized (trouble) {
            trouble.add(Answer.json(status, body));
        }
    }

    /** All tokens given so far hold no more. */
    public void endTokens() {
        tokens.incrementAndGet();
    }

    protected String giveToken() {
        tokensGiven.incrementAndGet();
        return token();
    }

    /** With signs that must be encoded in an address. */
    protected String token() {
        return "token+" + tokens.get() + "/=";
    }

    /** Takes a message once for each key. */
    protected void take(String key, String customer, String text) {
        synchronized (byKey) {
            if (byKey.putIfAbsent(key, new Sent(customer, text)) == null) {
                sent.add(new Sent(customer, text));
            }
        }
    }

    protected void take(String customer, String text) {
        sent.add(new Sent(customer, text));
    }

    protected HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    protected static HttpRequest.Builder json(URI hub, String body) {
        return HttpRequest.newBuilder(hub)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    protected static byte[] hmac(String algorithm, String key, String content) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
            return mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    protected static String quoted(String text) {
        try {
            return JSON.writeValueAsString(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(HttpExchange call) throws IOException {
        Map<String, String> headers = new HashMap<>();
        call.getRequestHeaders()
                .forEach((header, values) -> headers.put(header.toLowerCase(java.util.Locale.ROOT), values.get(0)));
        var asked = new Asked(
                call.getRequestMethod(),
                call.getRequestURI().getPath(),
                query(call.getRequestURI().getRawQuery()),
                headers,
                call.getRequestBody().readAllBytes());
        Answer answer = isForToken(asked) ? null : inTrouble();
        if (answer == null) {
            answer = answer(asked);
        }
        if (answer == null) {
            answer = Answer.json(404, "{}");
        }
        call.getResponseHeaders().set("Connection", "close"); // else WebSockets would be asked for here
        call.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
        call.getResponseBody().write(answer.body());
        call.close();
    }

    /** Troubles are for messages and files. */
    protected boolean isForToken(Asked asked) {
        return false;
    }

    private Answer inTrouble() {
        synchronized (trouble) {
            return trouble.poll();
        }
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new HashMap<>();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            String[] parts = pair.split("=", 2);
            query.put(
                    URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                    parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return query;
    }
}

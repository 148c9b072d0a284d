package io.redress.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.redress.sandbox.platform.WeChatSeal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * WeCom as an app's hub sees it, on loopback: gives access tokens, takes messages for members, and calls the hub back with
 * signed and encrypted messages of members.
 */
public final class WeComPlatform implements AutoCloseable {

    /** What an administrator would copy from WeCom's page of the app; all invented. */
    public static final String CORP_ID = "ww5a9d0b0x0sandbox";

    public static final String AGENT_ID = "218";
    public static final String SECRET = "sandbox-only-app-secret";
    public static final String TOKEN = "sandboxOnlyToken";
    public static final String AES_KEY = "c2FuZGJveE9ubHlLZXlPZjQzQ2hhcmFjdGVyc0FCQ0R";

    /** A member was told something. */
    public record Sent(String member, String text) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final Deque<String> trouble = new ArrayDeque<>();
    private final AtomicInteger tokens = new AtomicInteger();
    private final HttpServer server;
    private final WeComCalls calls;
    private volatile URI hub;
    private final String corpId;
    private final String secret;

    public WeComPlatform(int port, String corpId, String secret, String token, String encodingAesKey) {
        this.corpId = corpId;
        this.secret = secret;
        this.calls = new WeComCalls(token, new WeChatSeal(encodingAesKey, corpId), corpId);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/cgi-bin/gettoken", call -> answer(call, token(query(call))));
        server.createContext("/cgi-bin/message/send", call -> answer(call, send(query(call), body(call))));
        server.start();
    }

    /** With the constants of this class, on a free port. */
    public static WeComPlatform start() {
        return new WeComPlatform(0, CORP_ID, SECRET, TOKEN, AES_KEY);
    }

    /** Where the app's messages go from now on; the hub must pass the URL check. */
    public void callback(URI address) {
        if (!handshake(address)) {
            throw new IllegalStateException("the hub does not pass WeCom's URL check at " + address);
        }
        hub = address;
    }

    /** A member sends a text to the app. The same {@code id} is the same message again. */
    public int say(String id, String member, String text) {
        return callback(Objects.requireNonNull(hub, "callback() first"), """
                <xml><ToUserName><![CDATA[%s]]></ToUserName><FromUserName><![CDATA[%s]]></FromUserName>\
                <CreateTime>%d</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[%s]]></Content>\
                <MsgId>%s</MsgId><AgentID>218</AgentID></xml>""".formatted(
                        corpId, member, Clock.systemUTC().instant().getEpochSecond(), text, id));
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What members were told, oldest first. */
    public List<Sent> sent() {
        return List.copyOf(sent);
    }

    public int tokensGiven() {
        return tokens.get();
    }

    /** Answers the next {@code message/send} with this instead of taking it. */
    public void answerNext(String json) {
        synchronized (trouble) {
            trouble.add(json);
        }
    }

    /** All tokens given so far hold no more. */
    public void endTokens() {
        tokens.incrementAndGet();
    }

    /** The URL check that WeCom makes when an administrator saves the callback's address: true when the hub passes. */
    public boolean handshake(URI address) {
        return calls.handshake(address);
    }

    /** Calls the hub back with this XML, encrypted and signed; gives the hub's HTTP status. */
    public int callback(URI address, String xml) {
        return calls.callback(address, xml);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private Object token(String query) {
        return query.equals("corpid=" + corpId + "&corpsecret=" + secret)
                ? Map.of(
                        "errcode",
                        0,
                        "errmsg",
                        "ok",
                        "access_token",
                        token(tokens.incrementAndGet()),
                        "expires_in",
                        7200)
                : Map.of("errcode", 40001, "errmsg", "invalid credential");
    }

    private static String token(int number) {
        return "token+" + number + "/=";
    }

    private Object send(String query, byte[] body) throws IOException {
        synchronized (trouble) {
            if (!trouble.isEmpty()) {
                return JSON.readTree(trouble.remove());
            }
        }
        if (!query.equals("access_token=" + encoded(token(tokens.get())))) {
            return Map.of("errcode", 42001, "errmsg", "access_token expired");
        }
        JsonNode message = JSON.readTree(body);
        String text = message.at("/text/content").asText();
        if (text.getBytes(StandardCharsets.UTF_8).length > 2048
                || !message.path("agentid").isInt()) {
            return Map.of("errcode", 40058, "errmsg", "invalid Request Parameter");
        }
        sent.add(new Sent(message.path("touser").asText(), text));
        return Map.of("errcode", 0, "errmsg", "ok", "msgid", "m" + sent.size());
    }

    private static String query(HttpExchange call) {
        String query = call.getRequestURI().getRawQuery();
        return query == null ? "" : query;
    }

    private static byte[] body(HttpExchange call) throws IOException {
        return call.getRequestBody().readAllBytes();
    }

    private static void answer(HttpExchange call, Object json) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(json);
        call.getResponseHeaders().set("Content-Type", "application/json; charset=UTF-8");
        call.sendResponseHeaders(200, bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

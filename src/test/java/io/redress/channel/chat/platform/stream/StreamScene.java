package io.redress.channel.chat.platform.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.redress.channel.ChannelProblem;
import io.redress.channel.ChannelProblems;
import io.redress.channel.chat.platform.Platforms;
import io.redress.sandbox.platform.WebSocketServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** A client of DingTalk's stream with a gateway on loopback, and what the two do. */
final class StreamScene implements AutoCloseable {

    static final String SECRET = "scene-app-secret";
    static final String TICKET = "scene-ticket+1=";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Pauses are short, so that tests need not wait; what must not happen by itself on a slow machine is far off. */
    static StreamTiming timing(Duration heartbeat) {
        return new StreamTiming(
                Duration.ofSeconds(10), heartbeat, Duration.ofMillis(20), Duration.ofSeconds(3), Duration.ofSeconds(4));
    }

    final Map<String, String> settings = new ConcurrentHashMap<>();
    final ChannelProblems problems = new ChannelProblems(Clock.systemUTC());
    final List<String> handedOff = new CopyOnWriteArrayList<>();
    final List<String> outcomes = new CopyOnWriteArrayList<>();
    final List<JsonNode> openings = new CopyOnWriteArrayList<>();
    final WebSocketServer sockets;
    final StreamClient client;
    volatile StreamHandOff handOff = frame -> {};
    /** What the next reading of a setting ends with. */
    final AtomicReference<RuntimeException> fault = new AtomicReference<>();

    volatile int status = 200;
    volatile String answer;

    private final HttpServer gateway;
    private final StreamThreads threads =
            new StreamThreads(Executors.newScheduledThreadPool(2), Executors.newSingleThreadExecutor());

    StreamScene(Duration heartbeat) {
        try {
            gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sockets = new WebSocketServer(0, gateway.getAddress().getPort());
        gateway.createContext("/v1.0/gateway/connections/open", call -> {
            openings.add(JSON.readTree(call.getRequestBody().readAllBytes()));
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            call.getResponseHeaders()
                    .set("Connection", "close"); // else the WebSocket would be asked for behind the tunnel
            call.sendResponseHeaders(status, body.length);
            call.getResponseBody().write(body);
            call.close();
        });
        gateway.start();
        answer = opened("ws://" + sockets.authority() + "/connect");
        settings.putAll(
                Map.of("shop.app-key", "k", "shop.app-secret", SECRET, "shop.api", "http://" + sockets.authority()));
        var listener = new StreamListener() {
            @Override
            public void opened(String channel) {
                outcomes.add("opened");
            }

            @Override
            public void frame(String channel, Outcome outcome) {
                outcomes.add(outcome.name());
            }
        };
        Platforms platforms = Platforms.read(Path.of("config/platforms"));
        client = new StreamClient(
                new PlatformStream(platforms, this::setting, "dingtalk", "shop", Duration.ofMinutes(2), 100_000),
                frame -> {
                    handOff.accept(frame);
                    frame.events().forEach(event -> handedOff.add(String.valueOf(event.sourceKey())));
                },
                new StreamServices(platforms, settings::get, problems, listener, HttpClient.newHttpClient()),
                timing(heartbeat),
                threads);
    }

    private String setting(String name) {
        RuntimeException now = fault.getAndSet(null);
        if (now != null) {
            throw now;
        }
        return settings.get(name);
    }

    static String opened(String endpoint) {
        return "{\"endpoint\":\"" + endpoint + "\",\"ticket\":\"" + TICKET + "\"}";
    }

    /** A frame with a message. */
    static String message(String id) {
        return message(id, "空调不制冷");
    }

    static String message(String id, String text) {
        return """
                {"specVersion":"1.0","type":"CALLBACK","headers":{"topic":"/v1.0/im/bot/messages/get","messageId":"f-%1$s"},\
                "data":"{\\"msgtype\\":\\"text\\",\\"text\\":{\\"content\\":\\"%2$s\\"},\\"msgId\\":\\"%1$s\\",\\"senderStaffId\\":\\"u1\\"}"}""".formatted(id, text);
    }

    static String system(String topic, String data) {
        return """
                {"type":"SYSTEM","headers":{"topic":"%s","messageId":"f-%1$s"},"data":"%s"}""".formatted(topic, data);
    }

    /** The frame's id that an answer names. */
    static String answered(String answer) {
        try {
            JsonNode read = JSON.readTree(answer);
            return read.path("code").asInt() == 200
                    ? read.at("/headers/messageId").asText()
                    : "code " + read.path("code");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<ChannelProblem> told() {
        return problems.of("shop").stream().map(ChannelProblems.Known::problem).toList();
    }

    /** A queue of answers to hand-offs: an exception each, and then none. */
    static StreamHandOff failing(Exception... first) {
        Deque<Exception> left = new ArrayDeque<>(List.of(first));
        return frame -> {
            Exception next = left.poll();
            if (next != null) {
                throw next;
            }
        };
    }

    void stop() {
        try {
            client.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
        threads.scheduler().shutdownNow();
        threads.frames().shutdownNow();
        sockets.close();
        gateway.stop(0);
    }
}

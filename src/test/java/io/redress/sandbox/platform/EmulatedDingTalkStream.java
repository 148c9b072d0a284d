package io.redress.sandbox.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.sandbox.platform.WebSocketServer.Peer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** DingTalk, robot in Stream mode: the hub opens a WebSocket, messages come through it until they are answered. */
public final class EmulatedDingTalkStream extends EmulatedDingTalk {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final WebSocketServer sockets;
    private final Set<String> answered = ConcurrentHashMap.newKeySet();
    private final AtomicInteger frames = new AtomicInteger();
    private volatile Duration patience = PATIENCE;

    public EmulatedDingTalkStream(int port) {
        super("dingtalk-stream", 0);
        sockets = new WebSocketServer(port, URI.create(super.url()).getPort());
    }

    @Override
    public String url() {
        return "http://" + sockets.authority();
    }

    /** Sends each in a frame of its own; 200 when all are answered with 200 in time, else 503. */
    @Override
    public int say(URI hub, Said... said) {
        for (Said one : said) {
            if (!isAnswered(one)) {
                return 503;
            }
        }
        return 200;
    }

    /** How long an answer is waited for. */
    public void wait(Duration atMost) {
        patience = atMost;
    }

    /** The connection through which messages go now. */
    public Peer connection() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            for (Peer peer : sockets.all()) {
                if (peer.isOpen()) {
                    return peer;
                }
            }
            Thread.onSpinWait();
        }
        throw new IllegalStateException("the hub has opened no connection");
    }

    /** Sends a message without waiting; gives the frame's id. */
    public String push(Peer peer, Said said) {
        String id = "frame" + frames.incrementAndGet();
        peer.send("""
                {"specVersion":"1.0","type":"CALLBACK","headers":{"topic":"/v1.0/im/bot/messages/get","messageId":"%s","contentType":\
                "application/json"},"data":%s}""".formatted(id, quoted(body(said))));
        return id;
    }

    /** Whether a frame was answered with 200 so far. */
    public boolean isAnswered(Peer peer, String frame) {
        for (String answer = peer.said().poll();
                answer != null;
                answer = peer.said().poll()) {
            try {
                JsonNode read = JSON.readTree(answer);
                if (read.path("code").asInt() == 200) {
                    answered.add(read.at("/headers/messageId").asText());
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        return answered.contains(frame);
    }

    private boolean isAnswered(Said said) {
        Peer peer = connection();
        String id = push(peer, said);
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            if (isAnswered(peer, id)) {
                return true;
            }
            Thread.onSpinWait();
        }
        return false;
    }

    @Override
    protected Answer answer(Asked asked) {
        if (!asked.path().equals("/v1.0/gateway/connections/open")) {
            return super.answer(asked);
        }
        return asked.json().path("clientSecret").asText().equals(settings().get("app-secret"))
                ? Answer.json(
                        200,
                        "{\"endpoint\":\"ws://" + sockets.authority() + "/connect\",\"ticket\":\"sandbox+ticket\"}")
                : Answer.json(400, "{\"code\":\"authFailed\",\"message\":\"鉴权失败\"}");
    }

    @Override
    protected boolean isForToken(Asked asked) {
        return super.isForToken(asked) || asked.path().equals("/v1.0/gateway/connections/open");
    }

    @Override
    public void close() {
        sockets.close();
        super.close();
    }
}

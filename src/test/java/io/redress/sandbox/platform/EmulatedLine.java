package io.redress.sandbox.platform;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** LINE (developers.line.biz, Messaging API reference). */
public final class EmulatedLine extends EmulatedPlatform {

    private static final String SECRET = "sandbox-line-channel-secret";
    private static final String TOKEN = "sandbox/line+token=";

    public EmulatedLine(int port) {
        super("line", port);
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("channel-secret", SECRET, "access-token", TOKEN, "api", url(), "data-api", url());
    }

    @Override
    public boolean handshake(URI hub) {
        return send(signed(hub, "{\"destination\":\"U0\",\"events\":[]}")).statusCode() == 200;
    }

    @Override
    protected HttpRequest.Builder request(URI hub, List<Said> said, Instant signedAt) {
        String events = said.stream()
                .map(one -> """
                        {"type":"message","mode":"active","timestamp":%d,"webhookEventId":"%s","deliveryContext":{"isRedelivery":false},\
                        "source":{"type":"user","userId":"%s"},"replyToken":"r","message":%s}""".formatted(one.at().toEpochMilli(), one.id(), one.customer(), message(one)))
                .collect(Collectors.joining(","));
        return signed(hub, "{\"destination\":\"U0\",\"events\":[" + events + "]}");
    }

    private static String message(Said said) {
        return said.photo().isEmpty()
                ? "{\"id\":\"1\",\"type\":\"text\",\"text\":" + quoted(said.text()) + "}"
                : "{\"id\":\"" + said.photo() + "\",\"type\":\"image\",\"contentProvider\":{\"type\":\"line\"}}";
    }

    private static HttpRequest.Builder signed(URI hub, String body) {
        return json(hub, body)
                .header("x-line-signature", Base64.getEncoder().encodeToString(hmac("HmacSHA256", SECRET, body)));
    }

    @Override
    protected Answer answer(Asked asked) {
        if (!asked.header("authorization").equals("Bearer " + TOKEN)) {
            return Answer.json(401, "{\"message\":\"Authentication failed\"}");
        }
        if (asked.path().equals("/v2/bot/message/push")) {
            String key = asked.header("x-line-retry-key");
            if (!key.matches("[0-9a-f-]{36}")) {
                return Answer.json(400, "{\"message\":\"The retry key is invalid\"}");
            }
            boolean known = !sent().isEmpty() && taken(key);
            take(
                    key,
                    asked.json().path("to").asText(),
                    asked.json().at("/messages/0/text").asText());
            keys.add(key);
            return known
                    ? Answer.json(409, "{\"message\":\"The retry key is already accepted\"}")
                    : Answer.json(200, "{}");
        }
        return asked.path().matches("/v2/bot/message/[^/]+/content") ? new Answer(200, PNG) : null;
    }

    private final java.util.Set<String> keys = java.util.concurrent.ConcurrentHashMap.newKeySet();

    private boolean taken(String key) {
        return keys.contains(key);
    }
}

package io.redress.sandbox.platform;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Slack (docs.slack.dev, Events API). */
public final class EmulatedSlack extends EmulatedPlatform {

    private static final String SECRET = "sandbox-slack-signing-secret";
    private static final String TOKEN = "xoxb-sandbox";

    public EmulatedSlack(int port) {
        super("slack", port);
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("signing-secret", SECRET, "bot-token", TOKEN, "api", url() + "/api");
    }

    @Override
    public boolean handshake(URI hub) {
        var answer = send(
                signed(hub, "{\"type\":\"url_verification\",\"challenge\":\"c-1\",\"token\":\"x\"}", Instant.now()));
        return answer.statusCode() == 200 && new String(answer.body()).equals("c-1");
    }

    @Override
    protected HttpRequest.Builder request(URI hub, List<Said> said, Instant signedAt) {
        Said one = said.get(0);
        String file = one.photo().isEmpty()
                ? ""
                : ",\"subtype\":\"file_share\",\"files\":[{\"id\":\"F1\",\"name\":\"" + one.photo()
                        + ".png\",\"url_private\":\"" + url() + "/files/" + one.photo() + "\"}]";
        String body = """
                {"type":"event_callback","event_id":"Ev%s","team_id":"T1","event":{"type":"message","channel_type":"im",\
                "user":"%s","channel":"D%s","text":%s,"ts":"%d.%s"%s}}""".formatted(
                        one.id(),
                        one.customer(),
                        one.customer(),
                        quoted(one.text()),
                        one.at().getEpochSecond(),
                        digits(one.id()),
                        file);
        return signed(hub, body, signedAt);
    }

    /** The part behind the full stop tells messages of one second apart. */
    private static String digits(String id) {
        return "%06d".formatted(Math.floorMod(id.hashCode(), 1_000_000));
    }

    private static HttpRequest.Builder signed(URI hub, String body, Instant at) {
        String time = String.valueOf(at.getEpochSecond());
        String signature = HexFormat.of().formatHex(hmac("HmacSHA256", SECRET, "v0:" + time + ":" + body));
        return json(hub, body).header("X-Slack-Request-Timestamp", time).header("X-Slack-Signature", "v0=" + signature);
    }

    @Override
    protected Answer answer(Asked asked) {
        if (!asked.header("authorization").equals("Bearer " + TOKEN)) {
            return Answer.json(200, "{\"ok\":false,\"error\":\"invalid_auth\"}");
        }
        if (asked.path().equals("/api/chat.postMessage")) {
            take(
                    asked.json().path("channel").asText(),
                    asked.json()
                            .path("text")
                            .asText()
                            .replace("&lt;", "<")
                            .replace("&gt;", ">")
                            .replace("&amp;", "&"));
            return Answer.json(200, "{\"ok\":true,\"ts\":\"1.2\"}");
        }
        return asked.path().startsWith("/files/") ? new Answer(200, PNG) : null;
    }
}

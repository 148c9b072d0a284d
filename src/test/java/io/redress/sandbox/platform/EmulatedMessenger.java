package io.redress.sandbox.platform;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Messenger (developers.facebook.com/docs/messenger-platform). */
public final class EmulatedMessenger extends EmulatedMeta {

    public EmulatedMessenger(int port) {
        super("messenger", port);
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("app-secret", SECRET, "verify-token", VERIFY, "access-token", TOKEN, "api", url() + "/v25.0");
    }

    @Override
    protected HttpRequest.Builder request(URI hub, List<Said> said, Instant signedAt) {
        String events = said.stream()
                .map(one -> "{\"sender\":{\"id\":\"" + one.customer()
                        + "\"},\"recipient\":{\"id\":\"PAGE1\"},\"timestamp\":"
                        + one.at().toEpochMilli() + ",\"message\":{\"mid\":\"m_" + one.id() + "\"," + content(one)
                        + "}}")
                .collect(Collectors.joining(","));
        return signed(
                hub, "{\"object\":\"page\",\"entry\":[{\"id\":\"PAGE1\",\"time\":1,\"messaging\":[" + events + "]}]}");
    }

    private String content(Said said) {
        return said.photo().isEmpty()
                ? "\"text\":" + quoted(said.text())
                : "\"attachments\":[{\"type\":\"image\",\"payload\":{\"url\":\"" + url() + "/cdn/" + said.photo()
                        + "\"}}]";
    }

    @Override
    protected Answer answer(Asked asked) {
        if (asked.path().startsWith("/cdn/")) {
            return new Answer(200, PNG);
        }
        if (!isAuthorised(asked)) {
            return unauthorised();
        }
        if (asked.path().equals("/v25.0/PAGE1/messages")) {
            take(
                    asked.json().at("/recipient/id").asText(),
                    asked.json().at("/message/text").asText());
            return Answer.json(200, "{\"recipient_id\":\"x\",\"message_id\":\"m_out" + sent().size() + "\"}");
        }
        return null;
    }
}

package io.redress.sandbox.platform;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Telegram (core.telegram.org/bots/api). */
public final class EmulatedTelegram extends EmulatedPlatform {

    private static final String SECRET = "sandbox-telegram-secret_token";
    private static final String TOKEN = "1234567:sandbox-Bot_token";

    public EmulatedTelegram(int port) {
        super("telegram", port);
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("secret-token", SECRET, "bot-token", TOKEN, "api", url());
    }

    /** There is none. */
    @Override
    public boolean handshake(URI hub) {
        return true;
    }

    @Override
    protected HttpRequest.Builder request(URI hub, List<Said> said, Instant signedAt) {
        Said one = said.get(0);
        String content = one.photo().isEmpty()
                ? "\"text\":" + quoted(one.text())
                : "\"photo\":[{\"file_id\":\"small\"},{\"file_id\":\"" + one.photo() + "\"}]";
        String body = """
                {"update_id":%s,"message":{"message_id":1,"date":%d,"chat":{"id":%s,"type":"private"},\
                "from":{"id":%s,"is_bot":false,"first_name":"Ana"},%s}}""".formatted(one.id(), one.at().getEpochSecond(), one.customer(), one.customer(), content);
        return json(hub, body).header("X-Telegram-Bot-Api-Secret-Token", SECRET);
    }

    @Override
    protected Answer answer(Asked asked) {
        String bot = "/bot" + TOKEN;
        if (asked.path().equals(bot + "/sendMessage")) {
            if (!asked.json().path("chat_id").isIntegralNumber()) {
                return Answer.json(
                        400, "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: chat not found\"}");
            }
            take(
                    asked.json().path("chat_id").asText(),
                    asked.json().path("text").asText());
            return Answer.json(200, "{\"ok\":true,\"result\":{\"message_id\":2}}");
        }
        if (asked.path().equals(bot + "/getFile")) {
            return Answer.json(
                    200,
                    "{\"ok\":true,\"result\":{\"file_path\":\"photos/"
                            + asked.query().get("file_id") + ".jpg\"}}");
        }
        return asked.path().startsWith("/file" + bot + "/photos/") ? new Answer(200, PNG) : null;
    }
}

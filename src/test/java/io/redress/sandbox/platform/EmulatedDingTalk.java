package io.redress.sandbox.platform;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** DingTalk (open.dingtalk.com), robot in HTTP mode. */
public class EmulatedDingTalk extends EmulatedPlatform {

    private static final String SECRET = "sandbox-dingtalk-app-secret";

    public EmulatedDingTalk(int port) {
        this("dingtalk", port);
    }

    protected EmulatedDingTalk(String name, int port) {
        super(name, port);
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("app-key", "ding-sandbox", "app-secret", SECRET, "robot-code", "dingR", "api", url());
    }

    /** There is none. */
    @Override
    public boolean handshake(URI hub) {
        return true;
    }

    @Override
    protected HttpRequest.Builder request(URI hub, List<Said> said, Instant signedAt) {
        String body = body(said.get(0));
        String time = String.valueOf(signedAt.toEpochMilli());
        return json(hub, body)
                .header("timestamp", time)
                .header("sign", Base64.getEncoder().encodeToString(hmac("HmacSHA256", SECRET, time + "\n" + SECRET)));
    }

    /** A message as DingTalk writes it. */
    protected static String body(Said one) {
        String content = one.photo().isEmpty()
                ? "\"msgtype\":\"text\",\"text\":{\"content\":" + quoted(" " + one.text()) + "}"
                : "\"msgtype\":\"picture\",\"content\":{\"downloadCode\":\"" + one.photo() + "\"}";
        return """
                {%s,"msgId":"msg%s","createAt":%d,"conversationType":"1","conversationId":"cid1","senderId":"$:x",\
                "senderStaffId":"%s","senderNick":"张三","robotCode":"dingR"}""".formatted(content, one.id(), one.at().toEpochMilli(), one.customer());
    }

    @Override
    protected boolean isForToken(Asked asked) {
        return asked.path().equals("/v1.0/oauth2/accessToken");
    }

    @Override
    protected Answer answer(Asked asked) {
        if (isForToken(asked)) {
            return Answer.json(200, "{\"accessToken\":\"" + giveToken() + "\",\"expireIn\":7200}");
        }
        if (asked.path().startsWith("/down/")) {
            return new Answer(200, PNG);
        }
        if (!asked.header("x-acs-dingtalk-access-token").equals(token())) {
            return Answer.json(401, "{\"code\":\"InvalidAuthentication\",\"message\":\"不合法的access_token\"}");
        }
        if (asked.path().equals("/v1.0/robot/oToMessages/batchSend")) {
            String text = new Asked(
                            "",
                            "",
                            Map.of(),
                            Map.of(),
                            asked.json().path("msgParam").asText().getBytes(StandardCharsets.UTF_8))
                    .json()
                    .path("content")
                    .asText();
            take(asked.json().at("/userIds/0").asText(), text);
            return Answer.json(
                    200, "{\"processQueryKey\":\"q1\",\"invalidStaffIdList\":[],\"flowControlledStaffIdList\":[]}");
        }
        return asked.path().equals("/v1.0/robot/messageFiles/download")
                ? Answer.json(200, "{\"downloadUrl\":\"" + url() + "/down/1\"}")
                : null;
    }
}

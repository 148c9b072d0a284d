package io.redress.channel.chat.wecom;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.channel.chat.Utf8Truncation;
import io.redress.delivery.dialogue.AccessToken;
import io.redress.delivery.dialogue.Dialogue;
import io.redress.delivery.dialogue.DialogueRequest;
import io.redress.delivery.dialogue.DialogueResponse;
import io.redress.reply.ChatReply;
import io.redress.reply.ReplyDelayed;
import io.redress.reply.ReplyRefused;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * Speaks to members as a WeCom app (developer.work.weixin.qq.com, documents 90236 message/send, 91039 gettoken, 90313 error
 * codes). HTTP 200 says nothing there: only {@code errcode} 0 means taken.
 */
public final class WeComSender {

    /** Bytes of UTF-8 that a text may have; what is longer would be refused. */
    static final int LONGEST = 2048;

    private static final String PLATFORM = "wecom:";
    private static final String SEND = "/cgi-bin/message/send";

    /** Token unknown, invalid or expired. */
    private static final Set<Integer> NEW_TOKEN = Set.of(40001, 40014, 42001);

    /** System busy, too many calls, too many messages to this member. */
    private static final Set<Integer> LATER = Set.of(-1, 45009, 45033, 50001, 50002, 60020, 301019);

    private final boolean setUp;
    private final int agentId;
    private final AccessToken token;

    /**
     * The sender of one app. With an empty corpId or secret, or agentId 0, there is no app yet: a hub starts without, and
     * refuses what would have to be sent.
     *
     * @param secret from WeCom's page of the app
     */
    public WeComSender(String corpId, String secret, int agentId) {
        this.setUp = !corpId.isBlank() && !secret.isBlank() && agentId > 0;
        this.agentId = agentId;
        this.token = new AccessToken(
                DialogueRequest.get("/cgi-bin/gettoken", Map.of("corpid", corpId, "corpsecret", secret), null),
                WeComSender::given,
                response -> NEW_TOKEN.contains(code(response.content())),
                Clock.systemUTC());
    }

    /**
     * The dialogue that sends a reply. WeCom drops a message that equals one of the last half hour, so that an uncertain try
     * can be repeated. The dialogue throws {@link ReplyDelayed} when the message may be taken later, and {@link ReplyRefused}
     * when it never will be.
     *
     * @throws ReplyRefused when it is not for a member of WeCom, or says nothing, or no app is set up
     */
    public Dialogue begin(ChatReply reply) {
        if (!setUp) {
            throw new ReplyRefused("no WeCom app is set up here: give corpId, secret and agentId");
        }
        String member = reply.handle().startsWith(PLATFORM) ? reply.handle().substring(PLATFORM.length()) : "";
        // A bar would address several members, @all everybody.
        if (member.isBlank() || member.contains("|") || member.equalsIgnoreCase("@all")) {
            throw new ReplyRefused("the handle is not that of one WeCom member");
        }
        if (reply.text().isBlank()) {
            throw new ReplyRefused("the reply has no text");
        }
        var message = Map.of(
                "touser",
                member,
                "msgtype",
                "text",
                "agentid",
                agentId,
                "text",
                Map.of("content", Utf8Truncation.cut(reply.text(), LONGEST)),
                "enable_duplicate_check",
                1,
                "duplicate_check_interval",
                1800);
        return token.ask(
                held -> DialogueRequest.send("POST", SEND, null, message).with(Map.of("access_token", held)),
                response -> Dialogue.ended(sent(response)));
    }

    /** The token is used until a little before it ends. */
    private static AccessToken.Given given(DialogueResponse response) {
        JsonNode json = response.content();
        String fresh = json.path("access_token").asText("");
        if (json.path("errcode").asInt(0) != 0 || fresh.isEmpty()) {
            throw failure("gettoken", json);
        }
        long lasts = json.path("expires_in").asLong(7200);
        return new AccessToken.Given(fresh, Duration.ofSeconds(Math.max(0, lasts - 60)));
    }

    private static String sent(DialogueResponse response) {
        JsonNode json = response.content();
        if (code(json) != 0) {
            throw failure("message/send", json);
        }
        if (!json.path("invaliduser").asText("").isEmpty()) {
            throw new ReplyRefused("message/send: the member is unknown or does not see the app (invaliduser)");
        }
        return json.path("msgid").asText();
    }

    private static RuntimeException failure(String call, JsonNode json) {
        int code = code(json);
        if (code == Integer.MIN_VALUE) {
            return new ReplyDelayed(call + " was answered without errcode: is baseUrl right, or a proxy in between?");
        }
        String reason =
                call + " was answered with errcode " + code + "; see WeCom's document 90313 for what to do about it";
        return LATER.contains(code) || NEW_TOKEN.contains(code) ? new ReplyDelayed(reason) : new ReplyRefused(reason);
    }

    private static int code(JsonNode json) {
        return json.path("errcode").asInt(Integer.MIN_VALUE);
    }
}

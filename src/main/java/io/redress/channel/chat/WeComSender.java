package io.redress.channel.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.reply.ChatReply;
import io.redress.reply.ReplyDelayed;
import io.redress.reply.ReplyRefused;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Speaks to members as a WeCom app (developer.work.weixin.qq.com, documents 90236 message/send, 91039 gettoken, 90313 error
 * codes). HTTP 200 says nothing there: only {@code errcode} 0 means taken.
 */
public final class WeComSender {

    /** Bytes of UTF-8 that a text may have; what is longer would be refused. */
    static final int LONGEST = 2048;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PLATFORM = "wecom:";

    /** Token unknown, invalid or expired. */
    private static final Set<Integer> NEW_TOKEN = Set.of(40001, 40014, 42001);

    /** System busy, too many calls, too many messages to this member. */
    private static final Set<Integer> LATER = Set.of(-1, 45009, 45033, 50001, 50002, 60020, 301019);

    private final boolean setUp;
    private final String tokenQuery;
    private final int agentId;
    private final Clock clock;

    private @Nullable String token;
    private Instant tokenEnds = Instant.MIN;

    /**
     * The sender of one app. With an empty corpId or secret, or agentId 0, there is no app yet: a hub starts without, and
     * refuses what would have to be sent.
     *
     * @param secret from WeCom's page of the app
     */
    public WeComSender(String corpId, String secret, int agentId) {
        this(corpId, secret, agentId, Clock.systemUTC());
    }

    WeComSender(String corpId, String secret, int agentId, Clock clock) {
        this.setUp = !corpId.isBlank() && !secret.isBlank() && agentId > 0;
        this.tokenQuery = "corpid=" + encoded(corpId) + "&corpsecret=" + encoded(secret);
        this.agentId = agentId;
        this.clock = clock;
    }

    /** The query string of {@code gettoken}. */
    public String tokenQuery() {
        return tokenQuery;
    }

    /**
     * A reply ready to be sent. WeCom drops a message that equals one of the last half hour, so that an uncertain try can be
     * repeated.
     *
     * @throws ReplyRefused when it is not for a member of WeCom, or says nothing, or no app is set up
     */
    public WeComDelivery begin(ChatReply reply) {
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
                Map.of("content", Utf8.cut(reply.text(), LONGEST)),
                "enable_duplicate_check",
                1,
                "duplicate_check_interval",
                1800);
        try {
            return new WeComDelivery(JSON.writeValueAsString(message), known(), 0, true);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("strings and numbers can always be written", e);
        }
    }

    /**
     * Takes the answer of {@code gettoken}; the token is used until a little before it ends.
     *
     * @throws ReplyDelayed when there was none to be had now
     * @throws ReplyRefused when corpId or secret are wrong
     */
    public WeComDelivery token(WeComDelivery delivery, byte[] answer) {
        JsonNode json = read(answer);
        String fresh = json.path("access_token").asText("");
        if (json.path("errcode").asInt(0) != 0 || fresh.isEmpty()) {
            throw failure("gettoken", json);
        }
        keep(fresh, json.path("expires_in").asLong(7200));
        return delivery.with(encoded(fresh));
    }

    /**
     * Takes the answer of {@code message/send}.
     *
     * @return closed when WeCom took the message; open to be tried once more with a new token
     * @throws ReplyDelayed when it may be taken later
     * @throws ReplyRefused when it will never be taken
     */
    public WeComDelivery sent(WeComDelivery delivery, byte[] answer) {
        JsonNode json = read(answer);
        int code = json.path("errcode").asInt(Integer.MIN_VALUE);
        if (NEW_TOKEN.contains(code) && delivery.tries() == 0) {
            forget(delivery.token());
            return delivery.tried();
        }
        if (code != 0) {
            throw failure("message/send", json);
        }
        if (!json.path("invaliduser").asText("").isEmpty()) {
            throw new ReplyRefused("message/send: the member is unknown or does not see the app (invaliduser)");
        }
        return delivery.done();
    }

    private synchronized @Nullable String known() {
        return clock.instant().isBefore(tokenEnds) ? token : null;
    }

    private synchronized void keep(String fresh, long seconds) {
        token = encoded(fresh);
        tokenEnds = clock.instant().plusSeconds(Math.max(0, seconds - 60));
    }

    private synchronized void forget(@Nullable String used) {
        if (used != null && used.equals(token)) {
            token = null;
            tokenEnds = Instant.MIN;
        }
    }

    private static RuntimeException failure(String call, JsonNode json) {
        int code = json.path("errcode").asInt(Integer.MIN_VALUE);
        if (code == Integer.MIN_VALUE) {
            return new ReplyDelayed(call + " was answered without errcode");
        }
        String reason =
                call + " was answered with errcode " + code + "; see WeCom's document 90313 for what to do about it";
        return LATER.contains(code) || NEW_TOKEN.contains(code) ? new ReplyDelayed(reason) : new ReplyRefused(reason);
    }

    private static JsonNode read(byte[] answer) {
        try {
            return JSON.readTree(answer);
        } catch (IOException e) {
            throw new ReplyDelayed("WeCom's answer is not JSON: is baseUrl right, or a proxy in between?");
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

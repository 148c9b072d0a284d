package io.redress.channel.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.channel.sender.FixedAnswer;
import io.redress.web.ChannelResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP answer to a webhook.
 *
 * @param retryAfter seconds, for the header of that name; null where trying again is no use or not needed
 * @param refusal why the call was refused, fit for a log; null when it was not
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record WebhookResponse(
        int status,
        String contentType,
        byte[] content,
        @Nullable String retryAfter,
        @Nullable String refusal) implements WebhookOutcome, ChannelResponse {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public boolean arrived() {
        return false;
    }

    @Override
    public Map<String, String> headers() {
        return retryAfter == null
                ? Map.of("Content-Type", contentType)
                : Map.of("Content-Type", contentType, "Retry-After", retryAfter);
    }

    /** As {@link #content}, for kamelets that write the response by expressions of their own: {@code ${body.body}}. */
    public byte[] body() {
        return content;
    }

    static WebhookResponse json(int status, Map<String, ?> members) {
        return new WebhookResponse(status, "application/json", write(members), null, null);
    }

    public static WebhookResponse text(String text) {
        return new WebhookResponse(200, "text/plain;charset=utf-8", text.getBytes(StandardCharsets.UTF_8), null, null);
    }

    /** What a sender wants to read. */
    public static WebhookResponse fixed(FixedAnswer answer) {
        byte[] content = answer.text().getBytes(StandardCharsets.UTF_8);
        return new WebhookResponse(answer.status(), answer.contentType(), content, null, null);
    }

    /** A problem as RFC 9457 has it. */
    public static WebhookResponse problem(int status, String title, String detail) {
        return problem(status, title, detail, null);
    }

    /** A problem that goes by: {@code retryAfter} in seconds. */
    public static WebhookResponse problem(int status, String title, String detail, @Nullable String retryAfter) {
        var members = new LinkedHashMap<String, Object>();
        members.put("title", title);
        members.put("status", status);
        members.put("detail", detail);
        return new WebhookResponse(status, "application/problem+json", write(members), retryAfter, detail);
    }

    /** The answer to a sender whose body did not come whole. */
    public static WebhookResponse brokenOff() {
        return problem(408, "Broken off", "The body ended early or came too slowly: send it again.");
    }

    private static byte[] write(Map<String, ?> members) {
        try {
            return JSON.writeValueAsBytes(members);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("strings and numbers can always be written", e);
        }
    }
}

package io.redress.channel.chat;

import io.redress.intake.RawMessage;
import io.redress.mapping.UntrustedJson;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The receiving end of a generic webhook, signed as {@link StandardWebhooks} has it.
 *
 * <p>Only what cannot be kept or trusted is refused here. Proven JSON without a text, say, is taken in and becomes an invalid
 * item: the fault may be in our mapping, and then a replay heals it, while a refused event would be gone.
 */
public final class WebhookChannel {

    /** Bytes; no channel may allow more. */
    public static final int LARGEST = UntrustedJson.LONGEST_TEXT;

    private static final Pattern JSON =
            Pattern.compile("application/([\\w.-]{1,80}\\+)?json\\s*(;.*)?", Pattern.CASE_INSENSITIVE);

    private final StandardWebhooks webhooks;
    private final Map<String, String> attributes;
    private final boolean collects;
    private final int maxBytes;

    /**
     * The end for one sender.
     *
     * @param keys see {@link WebhookKey#parse}
     * @param tolerance how old, or how far ahead, the time of an attempt may be
     * @param mapping name of a file in {@code config/mappings}
     * @param quietTime zero: every message is a complaint
     * @param maxBytes the largest body taken, 1 to {@link #LARGEST}
     * @throws IllegalArgumentException when a value cannot be used
     */
    public WebhookChannel(String keys, Duration tolerance, String mapping, Duration quietTime, int maxBytes) {
        this(new StandardWebhooks(keys, tolerance, Clock.systemUTC()), mapping, quietTime, maxBytes);
    }

    WebhookChannel(StandardWebhooks webhooks, String mapping, Duration quietTime, int maxBytes) {
        if (maxBytes < 1 || maxBytes > LARGEST) {
            throw new IllegalArgumentException("maxBytes is " + maxBytes + ": write 1 to " + LARGEST);
        }
        this.webhooks = webhooks;
        this.attributes = Map.of(ChatAttributes.MAPPING, mapping, ChatAttributes.QUIET_TIME, quietTime.toString());
        this.collects = quietTime.compareTo(Duration.ZERO) > 0;
        this.maxBytes = maxBytes;
    }

    /**
     * Judges a call.
     *
     * @param stream the raw body; read no further than the largest one taken
     */
    public WebhookOutcome receive(Map<String, ?> headers, InputStream stream) {
        String encoding = RequestHeaders.of(headers, "content-encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            return WebhookResponse.problem(415, "Encoded", "Send the body as it is, without Content-Encoding.");
        }
        String type = RequestHeaders.of(headers, "content-type");
        if (type == null || !JSON.matcher(type).matches()) {
            return WebhookResponse.problem(415, "No JSON", "Send the complaint as application/json.");
        }
        byte[] body;
        try {
            body = stream.readNBytes(maxBytes + 1);
        } catch (IOException e) {
            return WebhookResponse.brokenOff();
        }
        if (body.length == 0) {
            return WebhookResponse.problem(400, "Nothing sent", "The body must be a JSON object; it is empty.");
        }
        if (body.length > maxBytes) {
            return WebhookResponse.problem(
                    413, "Too large", "Send at most " + maxBytes + " bytes; leave out big attachments.");
        }
        SignatureResult signatureResult = webhooks.verify(headers, body);
        if (!(signatureResult instanceof SignatureResult.Genuine genuine)) {
            return WebhookResponse.problem(401, "Not proven", ((SignatureResult.Rejected) signatureResult).reason());
        }
        if (UntrustedJson.read(body).isEmpty()) {
            return WebhookResponse.problem(
                    400,
                    "No JSON object",
                    "The body must be one JSON object in UTF-8, each member once, nested at most "
                            + UntrustedJson.DEEPEST + " deep.");
        }
        return new ReceivedEvent(body, attributes, genuine.id());
    }

    /**
     * The answer after the hand-off. A channel that collects messages names no ticket: the conversation gets its number when
     * the customer is done.
     */
    public WebhookResponse handedOff(RawMessage message) {
        return WebhookResponse.json(202, members(message));
    }

    /**
     * The answer to a call of several events: as for the first alone, and a list of all.
     *
     * @param messages in the order of the events; one at least
     */
    public WebhookResponse allHandedOff(List<RawMessage> messages) {
        RawMessage first = messages.get(0);
        if (messages.size() == 1) {
            return handedOff(first);
        }
        var members = new LinkedHashMap<String, Object>(members(first));
        members.put("items", messages.stream().map(this::members).toList());
        return WebhookResponse.json(202, members);
    }

    private Map<String, String> members(RawMessage message) {
        var members = new LinkedHashMap<String, String>();
        members.put("item", message.id());
        if (!collects) {
            members.put("ticket", message.number());
        }
        return members;
    }

    /** The answer to more calls than the channel allows. */
    public WebhookResponse busy() {
        return WebhookResponse.problem(
                429, "Too many", "Send fewer messages a minute; this one was not taken in.", "60");
    }

    /** The answer while the hub has too much to do. */
    public WebhookResponse full() {
        return WebhookResponse.problem(
                429, "Too many", "Too many complaints wait here already: send it again later.", "60");
    }

    /** The answer when the hand-off failed. */
    public WebhookResponse failed() {
        return WebhookResponse.problem(
                503, "Not taken in", "The hub cannot store messages right now: send it again.", "60");
    }
}

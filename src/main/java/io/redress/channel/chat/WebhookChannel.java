package io.redress.channel.chat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.channel.proof.RequestHeaders;
import io.redress.channel.proof.VerificationResult;
import io.redress.channel.proof.WebhookRequest;
import io.redress.channel.sender.BodyFormat;
import io.redress.channel.sender.ConnectedSender;
import io.redress.channel.sender.Handshake;
import io.redress.channel.sender.Sender;
import io.redress.channel.sender.Senders;
import io.redress.configfile.InvalidConfiguration;
import io.redress.intake.RawMessage;
import io.redress.mapping.json.JsonSource;
import io.redress.mapping.json.UntrustedJson;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The receiving end of a webhook, whose calls are proven and read as its {@link Sender} has it.
 *
 * <p>Only what cannot be kept or trusted is refused here. A proven call without a text, say, is taken in and becomes an invalid
 * item: the fault may be in our mapping, and then a replay heals it, while a refused event would be gone.
 */
public final class WebhookChannel {

    /** Bytes; no channel may allow more. */
    public static final int LARGEST = UntrustedJson.LONGEST_TEXT;

    /** Camel's name for the request's method. */
    public static final String METHOD = "CamelHttpMethod";
    /** Camel's name for the part of the address behind the question mark. */
    public static final String QUERY = "CamelHttpQuery";

    private final ConnectedSender connected;
    private final String mapping;
    private final Duration quietTime;
    private final int maxBytes;
    private final WebhookAnswers answers;

    /**
     * The end for one sender that signs by Standard Webhooks.
     *
     * @param keys see {@link io.redress.channel.proof.StandardWebhooks}
     * @param tolerance how old, or how far ahead, the time of an attempt may be
     * @param mapping name of a file in {@code config/mappings}
     * @param quietTime zero: every message is a complaint
     * @param maxBytes the largest body taken, 1 to {@link #LARGEST}
     * @throws IllegalArgumentException when a value cannot be used
     */
    public WebhookChannel(String keys, Duration tolerance, String mapping, Duration quietTime, int maxBytes) {
        this(Senders.standard(), Sender.STANDARD, keys, "", tolerance, mapping, quietTime, maxBytes);
    }

    /**
     * The end for one sender.
     *
     * @param sender name of a file in {@code config/senders}, or {@link Sender#STANDARD}
     * @param secret one or several, separated by blanks, as the sender's description wants it
     * @param verifyToken what the sender sends when it checks the address; empty for none
     * @param mapping empty: the sender's own, else {@code webhook}
     */
    public WebhookChannel(
            Senders senders,
            String sender,
            String secret,
            String verifyToken,
            Duration tolerance,
            String mapping,
            Duration quietTime,
            int maxBytes) {
        this(
                new ConnectedSender(senders, sender, secret, verifyToken, tolerance, Clock.systemUTC()),
                mapping,
                quietTime,
                maxBytes);
    }

    WebhookChannel(ConnectedSender connected, String mapping, Duration quietTime, int maxBytes) {
        if (maxBytes < 1 || maxBytes > LARGEST) {
            throw new IllegalArgumentException("maxBytes is " + maxBytes + ": write 1 to " + LARGEST);
        }
        this.connected = connected;
        this.mapping = mapping;
        this.quietTime = quietTime;
        this.maxBytes = maxBytes;
        this.answers = new WebhookAnswers(quietTime.compareTo(Duration.ZERO) <= 0);
    }

    /**
     * Judges a call.
     *
     * @param stream the raw body; read no further than the largest one taken
     */
    public WebhookOutcome receive(Map<String, ?> headers, InputStream stream) {
        ConnectedSender.Current current;
        try {
            current = connected.current();
        } catch (IllegalArgumentException | InvalidConfiguration e) {
            return WebhookRefusals.misconfigured(e); // the sender's file was edited since the channel's start
        }
        return receive(current, headers, stream);
    }

    private WebhookOutcome receive(ConnectedSender.Current current, Map<String, ?> headers, InputStream stream) {
        String method = headers.get(METHOD) instanceof String given ? given : "POST";
        String query = headers.get(QUERY) instanceof String given ? given : null;
        var unread = WebhookRequest.of(method, headers, query, new byte[0]);
        Optional<Handshake> trial = current.sender().handshake(unread, null);
        if (trial.isPresent()) {
            return answer(trial.get(), unread, null, current.verifyToken());
        }
        if (!method.equals("POST")) {
            return WebhookRefusals.noPost();
        }
        BodyFormat format = current.sender().body();
        String encoding = RequestHeaders.of(headers, "content-encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            return WebhookRefusals.encoded();
        }
        String type = RequestHeaders.of(headers, "content-type");
        if (!format.takes(type)) {
            return WebhookRefusals.wrongType(format);
        }
        byte[] body;
        try {
            body = stream.readNBytes(maxBytes + 1);
        } catch (IOException e) {
            return WebhookResponse.brokenOff();
        }
        if (body.length == 0 || body.length > maxBytes) {
            return body.length == 0 ? WebhookRefusals.nothingSent(format) : WebhookRefusals.tooLarge(maxBytes);
        }
        return received(current, WebhookRequest.of(method, headers, query, body), type);
    }

    private WebhookOutcome received(ConnectedSender.Current current, WebhookRequest call, @Nullable String type) {
        Sender sender = current.sender();
        VerificationResult signatureResult = current.proof().verify(call);
        if (!(signatureResult instanceof VerificationResult.Genuine genuine)) {
            return WebhookRefusals.notProven(((VerificationResult.Rejected) signatureResult).reason());
        }
        Optional<ObjectNode> body = sender.body().read(call.body(), type);
        if (body.isEmpty() && sender.body() != BodyFormat.FORM) {
            return WebhookRefusals.unreadable(sender.body());
        }
        // A form that is too long for us is the complaint of somebody who cannot send it again: it becomes an invalid
        // item.
        ObjectNode object = body.orElseGet(JsonNodeFactory.instance::objectNode);
        Optional<Handshake> handshake = sender.handshake(call, object);
        if (handshake.isPresent()) {
            return answer(handshake.get(), call, object, current.verifyToken());
        }
        var source = new JsonSource(object, sender.kept(call.headers()));
        String key = genuine.id() != null ? genuine.id() : SanitizedText.key(sender.key(source, call.body()));
        return new ReceivedEvent(
                call.body(), ChatAttributes.of(connected, sender, mapping, quietTime, source.beside(), type), key);
    }

    private static WebhookResponse answer(
            Handshake handshake, WebhookRequest call, @Nullable ObjectNode body, String verifyToken) {
        return handshake
                .answer(call, body, verifyToken)
                .map(WebhookResponse::fixed)
                .orElseGet(WebhookRefusals::failedHandshake);
    }

    /** The answer after the hand-off of a call that was one event. */
    public WebhookResponse handedOff(RawMessage message) {
        return allHandedOff(List.of(message));
    }

    /** @param messages in the order of the call's events; one at least */
    public WebhookResponse allHandedOff(List<RawMessage> messages) {
        return answers.to(connected.current().sender(), messages);
    }

    /** The answer to more calls than the channel allows. */
    public WebhookResponse busy() {
        return WebhookRefusals.busy();
    }

    /** The answer while the hub has too much to do. */
    public WebhookResponse full() {
        return WebhookRefusals.full();
    }

    /** The answer when the hand-off failed. */
    public WebhookResponse failed() {
        return WebhookRefusals.failed();
    }
}

package io.redress.offline;

import io.redress.channel.chat.PullNotice;
import io.redress.channel.chat.ReceivedEvent;
import io.redress.channel.chat.ReceivedEvents;
import io.redress.channel.chat.WebhookChannel;
import io.redress.channel.chat.WebhookEventSplitter;
import io.redress.channel.chat.WebhookOutcome;
import io.redress.channel.chat.WebhookResponse;
import io.redress.channel.proof.VerificationRule;
import io.redress.channel.sender.BodyFormat;
import io.redress.channel.sender.Sender;
import io.redress.channel.sender.Senders;
import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.routes.file.ConnectedChannel;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes a request as the webhook of a channel would; without headers and query, as if it were verified. */
final class WebhookDryRun {

    static final int UNPROVEN = 401;

    private final ConnectedChannel channel;
    private final Senders senders;
    private final WebhookEventSplitter splitter;

    WebhookDryRun(TriedHub hub, ConnectedChannel channel) {
        this.channel = channel;
        this.senders = hub.bean(Senders.class);
        this.splitter = hub.bean(WebhookEventSplitter.class);
    }

    /**
     * What the channel would make of a request.
     *
     * @param events none where it would be answered alone
     * @param isTaken false where it would be refused, and is read all the same
     * @param note why there are no events, or why it would be refused; empty where there is nothing to say
     */
    record Tried(List<ReceivedEvent> events, boolean isTaken, String note) {}

    /** @param attributes what the channel's file says, with {@code content-type} */
    Tried receive(byte[] body, Map<String, String> attributes, TriedRequest request) {
        WebhookOutcome verified = request.hasNothingToVerify() ? null : verified(body, attributes, request);
        if (verified instanceof WebhookResponse response && response.status() == UNPROVEN) {
            return refused(response, splitter.of(read(body, attributes, request)));
        }
        return tried(splitter.of(verified == null ? read(body, attributes, request) : verified), true, "");
    }

    /** @param outcome if the request were taken */
    static Tried refused(WebhookResponse response, WebhookOutcome outcome) {
        return tried(outcome, false, "# would be refused with 401: " + response.refusal() + "; if it were taken:");
    }

    static Tried tried(WebhookOutcome outcome, boolean isTaken, String note) {
        if (outcome instanceof ReceivedEvents received) {
            return new Tried(received.events(), isTaken, note);
        }
        if (outcome instanceof PullNotice) {
            return new Tried(List.of(), false, "no ticket: a notice, after which the hub fetches the messages");
        }
        var response = (WebhookResponse) outcome;
        String text = new String(response.content(), StandardCharsets.UTF_8);
        String why = response.refusal() != null
                ? ": " + response.refusal()
                : (text.isBlank() ? "" : " and " + text) + ": a handshake or a silent request, nothing is kept";
        return new Tried(List.of(), false, "no ticket: answered with " + response.status() + why);
    }

    private WebhookOutcome read(byte[] body, Map<String, String> attributes, TriedRequest call) {
        Sender sender = senders.get(parameter("sender", Sender.STANDARD));
        var read = new HashMap<>(attributes);
        read.putAll(sender.kept(call.headers()));
        read.put(BodyFormat.ATTRIBUTE, sender.body().key());
        return new ReceivedEvent(body, read, null);
    }

    private WebhookOutcome verified(byte[] body, Map<String, String> attributes, TriedRequest call) {
        Map<String, @Nullable Object> headers = new HashMap<>(call.headers());
        headers.putIfAbsent("content-type", attributes.get("content-type"));
        headers.put(WebhookChannel.METHOD, call.method());
        headers.put(WebhookChannel.QUERY, call.query());
        return end().receive(headers, new ByteArrayInputStream(body));
    }

    private WebhookChannel end() {
        try {
            return new WebhookChannel(
                    senders,
                    parameter("sender", Sender.STANDARD),
                    parameter("secret", ""),
                    parameter("verifyToken", ""),
                    VerificationRule.ANY_TIME,
                    parameter("mapping", ""),
                    Duration.ZERO,
                    WebhookChannel.LARGEST);
        } catch (IllegalArgumentException e) {
            throw new InvalidConfiguration(List.of(new Finding(
                    Path.of("routes/channels/" + channel.name() + ".camel.yaml"),
                    0,
                    String.valueOf(e.getMessage()),
                    "set the channel's secret in config/secrets or the environment, as for the hub")));
        }
    }

    private String parameter(String name, String otherwise) {
        return channel.parameters().getOrDefault(name, otherwise);
    }
}

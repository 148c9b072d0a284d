package io.redress.channel.chat;

import io.redress.channel.sender.BodyFormat;
import io.redress.mapping.json.UntrustedJson;

/** What a sender is told when its request is refused: the mistake, and what to send instead. */
public final class WebhookRefusals {

    private WebhookRefusals() {}

    public static WebhookResponse encoded() {
        return WebhookResponse.problem(415, "Encoded", "Send the body as it is, without Content-Encoding.");
    }

    public static WebhookResponse wrongType(BodyFormat format) {
        return WebhookResponse.problem(
                415,
                isJson(format) ? "No JSON" : "Wrong content type",
                "Send the complaint as " + format.expectedType() + ".");
    }

    public static WebhookResponse nothingSent(BodyFormat format) {
        return WebhookResponse.problem(400, "Nothing sent", "The body must be " + format.expected() + "; it is empty.");
    }

    public static WebhookResponse tooLarge(int maxBytes) {
        return WebhookResponse.problem(
                413, "Too large", "Send at most " + maxBytes + " bytes; leave out big attachments.");
    }

    public static WebhookResponse notProven(String reason) {
        return WebhookResponse.problem(401, "Not proven", reason);
    }

    public static WebhookResponse unreadable(BodyFormat format) {
        return WebhookResponse.problem(
                400,
                isJson(format) ? "No JSON object" : "Not readable",
                "The body must be " + format.expected() + ", nested at most " + UntrustedJson.DEEPEST + " deep.");
    }

    private static boolean isJson(BodyFormat format) {
        return format == BodyFormat.JSON;
    }

    /** @param cause whose message names no secret */
    public static WebhookResponse misconfigured(RuntimeException cause) {
        return new WebhookResponse(
                503,
                "application/problem+json",
                failed().content(),
                "60",
                "The channel is misconfigured: " + cause.getMessage());
    }

    public static WebhookResponse noPost() {
        return WebhookResponse.problem(405, "Not a POST", "Send it by POST.");
    }

    public static WebhookResponse failedHandshake() {
        return WebhookResponse.problem(
                403, "Not proven", "This handshake lacks the channel's secret or a valid challenge.");
    }

    public static WebhookResponse busy() {
        return WebhookResponse.problem(
                429, "Too many", "Send fewer messages a minute; this one was not taken in.", "60");
    }

    public static WebhookResponse full() {
        return WebhookResponse.problem(
                429, "Too many", "Too many complaints wait here already: send it again later.", "60");
    }

    public static WebhookResponse failed() {
        return WebhookResponse.problem(
                503, "Not taken in", "The hub cannot store messages right now: send it again.", "60");
    }
}

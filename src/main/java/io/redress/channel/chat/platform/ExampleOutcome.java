package io.redress.channel.chat.platform;

import io.redress.channel.chat.WebhookResponse;
import io.redress.intake.CanonicalComplaint;
import io.redress.intake.MediaReference;
import io.redress.reply.receipt.DeliveryReceipt;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What became of an example's request.
 *
 * @param gives as {@link PlatformExample#gives()}
 * @param reason for people; empty when there is none
 * @param fields of the first message, of a receipt, or of an answer
 * @param messages how many it gave
 */
public record ExampleOutcome(String gives, String reason, Map<String, String> fields, int messages) {

    static ExampleOutcome of(WebhookResponse response) {
        return response.refusal() != null
                ? new ExampleOutcome("refused", response.refusal(), Map.of(), 0)
                : new ExampleOutcome(
                        "answered",
                        "a handshake, or nothing that a customer said",
                        Map.of("answer", new String(response.content(), StandardCharsets.UTF_8)),
                        0);
    }

    static ExampleOutcome of(DeliveryReceipt receipt) {
        return new ExampleOutcome(
                "receipt",
                "",
                Map.of(
                        "id", receipt.messageId(),
                        "state", receipt.state().key(),
                        "code", Objects.requireNonNullElse(receipt.code(), "")),
                0);
    }

    /** @param messages one at least */
    static ExampleOutcome of(List<CanonicalComplaint> messages) {
        return new ExampleOutcome("message", "", fields(messages.get(0)), messages.size());
    }

    private static Map<String, String> fields(CanonicalComplaint read) {
        String handle = read.customer().handles().stream().findFirst().orElse("");
        return Map.of(
                "id", read.sourceKey(),
                "customer", handle.substring(handle.indexOf(':') + 1),
                "name", Objects.requireNonNullElse(read.customer().name(), ""),
                "phone", String.join(", ", read.customer().phones()),
                "text", read.complaint().text(),
                "sentAt", String.valueOf(read.complaint().occurredAt()),
                "media", read.media().stream().map(MediaReference::ref).collect(Collectors.joining(", ")));
    }
}

package io.redress.channel.chat.wecom;

import io.redress.channel.chat.ChatAttributes;
import io.redress.channel.chat.SanitizedText;
import io.redress.intake.ChatMessage;
import io.redress.intake.ItemState;
import io.redress.intake.NormalizationResult;
import io.redress.intake.Normalizer;
import io.redress.intake.RawMessage;
import io.redress.intake.Refusal;
import io.redress.intake.SenderVerification;
import io.redress.ticket.Customer;
import io.redress.ticket.Product;
import io.redress.ticket.TicketNumber;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the decrypted XML of a WeCom app's callback (developer.work.weixin.qq.com, documents 90239 and 90240).
 *
 * <p>Photos, voices and files come as media ids that WeCom keeps for three days; the message says which, such as
 * {@code [image MEDIA_ID]}. An event (subscribe, enter_agent, a click) is a signal of the program and nothing that a
 * customer said: an {@link ItemState#AUTO_REPLY}, so that operators are not called for it as they are for what is invalid.
 */
public final class WeComNormalizer implements Normalizer {

    /** Up to the year 5138: no store takes any that a long can name. */
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");

    @Override
    public String format() {
        return "wecom";
    }

    @Override
    public NormalizationResult read(RawMessage raw, byte[] original) {
        Map<String, String> xml = WeComXml.read(original).orElse(Map.of());
        String from = SanitizedText.key(xml.getOrDefault("FromUserName", ""));
        String type = xml.getOrDefault("MsgType", "");
        Instant sentAt = seconds(xml.get("CreateTime"));
        if (from.isEmpty() || type.isEmpty() || sentAt == null) {
            return new Refusal(
                    ItemState.INVALID,
                    "no WeCom message: FromUserName, MsgType or CreateTime is missing; compare the original with"
                            + " WeCom's document 90239",
                    null,
                    List.of());
        }
        String key = key(xml, from, sentAt);
        if (type.equals("event")) {
            String event = SanitizedText.key(xml.getOrDefault("Event", "unnamed"));
            return new Refusal(
                    ItemState.AUTO_REPLY, "the WeCom event '" + event + "' carries nothing said", key, List.of());
        }
        String text = text(type, xml);
        if (text.isBlank()) {
            return new Refusal(
                    ItemState.INVALID,
                    "a WeCom message of type '" + SanitizedText.key(type)
                            + "' has nothing in it that can be read; see its" + " original, and answer in WeCom",
                    key,
                    List.of());
        }
        return new ChatMessage(
                key,
                from,
                new Customer(null, List.of(), List.of(), List.of("wecom:" + from), null),
                Product.unknown(),
                null,
                text,
                null,
                sentAt,
                List.of(),
                List.copyOf(TicketNumber.namedIn(text)),
                ChatAttributes.quietTime(raw),
                SenderVerification.PROVED);
    }

    /** As WeCom advises (document 90238): MsgId; events have none, hence sender, second and kind. */
    private static String key(Map<String, String> xml, String from, Instant sentAt) {
        String id = xml.getOrDefault("MsgId", "");
        return SanitizedText.key(
                id.isEmpty()
                        ? String.join(
                                ":",
                                from,
                                Long.toString(sentAt.getEpochSecond()),
                                xml.getOrDefault("Event", ""),
                                xml.getOrDefault("EventKey", ""))
                        : id);
    }

    private static String text(String type, Map<String, String> xml) {
        return SanitizedText.clean(
                        switch (type) {
                            case "text" -> xml.getOrDefault("Content", "");
                            case "location" -> "[location " + parts(xml, "Location_X", "Location_Y", "Label") + "]";
                            case "link" -> "[link " + parts(xml, "Title", "Description", "Url") + "]";
                            default -> {
                                String media = parts(xml, "FileName", "MediaId");
                                yield media.isEmpty() ? "" : "[" + type + " " + media + "]";
                            }
                        })
                .strip();
    }

    private static String parts(Map<String, String> xml, String... names) {
        return String.join(
                " ",
                List.of(names).stream()
                        .map(name -> xml.getOrDefault(name, ""))
                        .filter(part -> !part.isEmpty())
                        .toList());
    }

    private static @Nullable Instant seconds(@Nullable String text) {
        return text == null || !SECONDS.matcher(text).matches() ? null : Instant.ofEpochSecond(Long.parseLong(text));
    }
}

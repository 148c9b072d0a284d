package io.redress.channel.chat.platform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.channel.chat.ChatAttributes;
import io.redress.channel.chat.PullNotice;
import io.redress.channel.chat.ReceivedEvent;
import io.redress.channel.chat.ReceivedEvents;
import io.redress.channel.chat.ReceivedNotices;
import io.redress.channel.chat.WebhookOutcome;
import io.redress.channel.chat.WebhookResponse;
import io.redress.channel.chat.platform.message.PlatformItem;
import io.redress.channel.chat.platform.message.ReceiptRules;
import io.redress.channel.chat.platform.message.SmsRules;
import io.redress.channel.chat.platform.outbound.OutboundRules;
import io.redress.channel.chat.platform.outbound.PulledPage;
import io.redress.channel.sender.BodyFormat;
import io.redress.delivery.dialogue.JsonBodies;
import io.redress.reply.receipt.DeliveryReceipt;
import io.redress.reply.sms.SmsSubscription;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/** Makes arrivals of the messages of one request, or of one frame of a stream. */
public final class PlatformEvents {

    /** Attribute: the platform that an arrival's original is of. */
    static final String PLATFORM = "platform";

    private static final int MOST = 1_000;
    private static final long MOST_BYTES = 64L << 20;

    private final Platform platform;
    private final Map<String, String> attributes;

    public PlatformEvents(Platform platform, Duration quietTime) {
        this.platform = platform;
        this.attributes = Map.of(PLATFORM, platform.name(), ChatAttributes.QUIET_TIME, quietTime.toString());
    }

    /** @param original of a request that is one message */
    public WebhookOutcome of(ObjectNode body, byte[] original) {
        Optional<OutboundRules.Notice> notice = platform.outbound().notice(body);
        if (notice.isPresent()) {
            return new PullNotice(
                    notice.get().account(), notice.get().noticeToken(), WebhookResponse.fixed(platform.answer()));
        }
        if (platform.outbound().pulls()) {
            return WebhookResponse.fixed(platform.answer()); // it says nothing else by itself
        }
        List<PlatformItem> items = new ArrayList<>(platform.splitter().split(body, MOST));
        ReceiptRules rules = platform.receipts();
        List<DeliveryReceipt> receipts = rules == null ? List.of() : rules.in(body, MOST);
        if (items.size() > MOST || receipts.size() > MOST) {
            return tooMany();
        }
        if (rules != null) {
            items.removeIf(rules::isOne);
        }
        List<SmsSubscription> subscriptions = subscriptions(items);
        WebhookOutcome rest = messages(items, body, original);
        return receipts.isEmpty() && subscriptions.isEmpty()
                ? rest
                : new ReceivedNotices(receipts, subscriptions, rest);
    }

    /** Who ends text messages, or wants them again. */
    private List<SmsSubscription> subscriptions(List<PlatformItem> items) {
        SmsRules sms = platform.sms();
        if (sms == null) {
            return List.of();
        }
        return items.stream()
                .filter(item -> !platform.silent().meets(item))
                .map(item -> platform.message().read(item, platform.name()))
                .flatMap(message -> sms
                        .words()
                        .wanted(message.text())
                        .flatMap(wanted ->
                                sms.number(message.customer()).map(number -> new SmsSubscription(number, wanted)))
                        .stream())
                .toList();
    }

    /** What a message has beside it of other customers, such as their receipts and contacts, is not kept with it. */
    private WebhookOutcome messages(List<PlatformItem> items, ObjectNode body, byte[] original) {
        var events = new ArrayList<ReceivedEvent>();
        long bytes = 0;
        for (PlatformItem item : items) {
            if (platform.silent().meets(item)) {
                continue;
            }
            boolean asItCame = platform.body() != BodyFormat.FORM // whose fields need their content type
                    && item.top().equals(body);
            byte[] own = asItCame ? original : bytes(item.top());
            bytes += own.length;
            if (bytes > MOST_BYTES) {
                return tooMany();
            }
            events.add(event(item, own, asItCame));
        }
        return events.isEmpty() ? WebhookResponse.fixed(platform.answer()) : new ReceivedEvents(events);
    }

    /** The messages of a page, without those that say nothing. */
    List<ReceivedEvent> pulled(PulledPage page) {
        return page.items().stream()
                .filter(message -> !platform.silent().meets(new PlatformItem(message, message)))
                .map(this::pulled)
                .toList();
    }

    /** A message that was pulled: it stands alone in its original. */
    ReceivedEvent pulled(ObjectNode message) {
        return event(new PlatformItem(message, message), bytes(message), false);
    }

    private ReceivedEvent event(PlatformItem item, byte[] original, boolean asItCame) {
        var own = new HashMap<>(attributes);
        if (!asItCame && platform.body() != BodyFormat.JSON) {
            own.put(BodyFormat.ATTRIBUTE, BodyFormat.JSON.key());
        }
        String key = platform.message().id(item).orElseGet(() -> "sha256:" + DigestUtils.sha256Hex(original));
        return new ReceivedEvent(original, own, key);
    }

    private static WebhookResponse tooMany() {
        return WebhookResponse.problem(413, "Too many messages", "Send at most " + MOST + " messages in one request.");
    }

    private static byte[] bytes(ObjectNode node) {
        return JsonBodies.written(node).getBytes(StandardCharsets.UTF_8);
    }
}

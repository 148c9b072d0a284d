package io.redress.channel.chat;

import io.redress.reply.receipt.DeliveryReceipt;
import io.redress.reply.sms.SmsSubscription;
import java.util.List;

/**
 * A request whose sender is proven, and which says something of messages that the hub sent: to be noted before the rest of it.
 *
 * @param receipts what became of messages
 * @param subscriptions who ends text messages, or wants them again
 * @param rest what the request is besides
 */
public record ReceivedNotices(List<DeliveryReceipt> receipts, List<SmsSubscription> subscriptions, WebhookOutcome rest)
        implements WebhookOutcome {

    public ReceivedNotices {
        receipts = List.copyOf(receipts);
        subscriptions = List.copyOf(subscriptions);
    }

    @Override
    public boolean arrived() {
        return false;
    }
}

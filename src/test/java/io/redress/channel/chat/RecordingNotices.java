package io.redress.channel.chat;

import io.redress.reply.receipt.DeliveryReceipt;
import io.redress.reply.sms.SmsSubscription;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what requests say of messages that were sent, in place of the ledger. */
public final class RecordingNotices {

    private final List<DeliveryReceipt> receipts = new CopyOnWriteArrayList<>();
    private final List<SmsSubscription> subscriptions = new CopyOnWriteArrayList<>();

    public WebhookOutcome take(String channel, WebhookOutcome outcome) {
        if (outcome instanceof ReceivedNotices notices) {
            receipts.addAll(notices.receipts());
            subscriptions.addAll(notices.subscriptions());
            return notices.rest();
        }
        return outcome;
    }

    List<DeliveryReceipt> receipts() {
        return receipts;
    }

    List<SmsSubscription> subscriptions() {
        return subscriptions;
    }

    void forget() {
        receipts.clear();
        subscriptions.clear();
    }
}

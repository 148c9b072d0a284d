package io.redress.ledger.reply;

import io.redress.channel.chat.ReceivedNotices;
import io.redress.channel.chat.WebhookOutcome;
import io.redress.reply.outgoing.MessageReceipts;
import io.redress.reply.receipt.DeliveryReceipt;
import io.redress.reply.receipt.ReceiptListener;
import io.redress.reply.sms.SmsOptOuts;
import org.springframework.transaction.support.TransactionOperations;

/** Notes what platforms say of messages that they took, and who wants no more of them, before their requests are answered. */
public final class ReceivedNoticeService {

    private final TransactionOperations transaction;
    private final SqlSentMessages sent;
    private final MessageReceipts messages;
    private final SmsOptOuts optOuts;
    private final ReceiptListener listener;

    public ReceivedNoticeService(
            TransactionOperations transaction,
            SqlSentMessages sent,
            MessageReceipts messages,
            SmsOptOuts optOuts,
            ReceiptListener listener) {
        this.transaction = transaction;
        this.sent = sent;
        this.messages = messages;
        this.optOuts = optOuts;
        this.listener = listener;
    }

    /** What a request is besides; one that says nothing of messages, as it is. */
    public WebhookOutcome take(String channel, WebhookOutcome outcome) {
        if (!(outcome instanceof ReceivedNotices notices)) {
            return outcome;
        }
        notices.receipts().forEach(receipt -> receive(channel, receipt));
        notices.subscriptions().forEach(optOuts::set);
        return notices.rest();
    }

    /** State, history and the next way are written together: a receipt that comes again finds all of it, or nothing. */
    private void receive(String channel, DeliveryReceipt receipt) {
        SqlSentMessages.News news = transaction.execute(status -> sent.received(channel, receipt)
                .map(one -> noted(one, channel, receipt))
                .orElse(null));
        if (news != null) {
            listener.received(channel, receipt.state(), news.known());
        }
    }

    private SqlSentMessages.News noted(SqlSentMessages.News news, String channel, DeliveryReceipt receipt) {
        if (news.order() != null) {
            messages.received(news.order(), channel, receipt);
        }
        return news;
    }
}

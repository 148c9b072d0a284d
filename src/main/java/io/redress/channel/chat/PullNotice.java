package io.redress.channel.chat;

/**
 * A request whose sender is proven, and which says only that the platform keeps messages.
 *
 * @param account of the shop whose messages they are; empty where a channel has one
 * @param noticeToken a short-lived value that the request for them carries; empty where there is none
 * @param answer to the request
 */
public record PullNotice(String account, String noticeToken, WebhookResponse answer) implements WebhookOutcome {

    @Override
    public boolean arrived() {
        return false;
    }

    @Override
    public boolean notice() {
        return true;
    }
}

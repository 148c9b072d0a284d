package io.redress.channel.chat;

/** What a platform's or partner's HTTP call comes to: something for the hub, or at once an answer. */
public sealed interface WebhookOutcome
        permits PullNotice, ReceivedEvent, ReceivedEvents, ReceivedNotices, WebhookResponse {

    /** True for {@link ReceivedEvents}: hand it off, then answer. */
    boolean arrived();

    /** True for {@link PullNotice}: note that there are messages, then answer. */
    default boolean notice() {
        return false;
    }
}

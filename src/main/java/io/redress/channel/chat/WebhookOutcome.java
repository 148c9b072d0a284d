package io.redress.channel.chat;

/** What a platform's or partner's HTTP call comes to: something for the hub, or at once an answer. */
public sealed interface WebhookOutcome permits ReceivedEvent, ReceivedEvents, WebhookResponse {

    /** False for {@link WebhookResponse}; else hand it off, then answer. */
    boolean arrived();
}

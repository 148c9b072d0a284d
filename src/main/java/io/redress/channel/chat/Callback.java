package io.redress.channel.chat;

/** What a platform's or partner's HTTP call comes to: something for the hub, or at once an answer. */
public sealed interface Callback permits Arrived, Answer {

    /** True for {@link Arrived}: hand it off, then answer. */
    boolean arrived();
}

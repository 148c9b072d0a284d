package io.redress.channel.chat;

/** What a platform's or partner's HTTP call comes to: something for the hub, or at once an answer. */
public sealed interface Callback permits Arrived, Arrivals, Answer {

    /** False for {@link Answer}; else hand it off, then answer. */
    boolean arrived();
}

package io.redress.channel.chat.platform.outbound;

import io.redress.ticket.KeyedEnum;

/** What an answer of a platform means for what was asked. */
public enum Meaning implements KeyedEnum {
    /** It is done, now or at an earlier try. */
    DONE,
    /** The access token does not hold any more: with another one the request may be taken. */
    EXPIRED,
    /** The same request may do better later. */
    LATER,
    /** It never will. */
    NEVER
}

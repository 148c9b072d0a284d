package io.redress.ledger.chat;

import java.time.Duration;

/**
 * When a conversation is over though its customer goes on, and how long a claimed one may take.
 *
 * @param quietTimes it is over this many quiet times after its first message, 1 or more
 * @param messages it is over with this many, 1 or more
 * @param lease after which another node hands off what a node claimed and did not finish
 */
public record ConversationLimits(int quietTimes, int messages, Duration lease) {

    public ConversationLimits {
        if (quietTimes < 1 || messages < 1 || lease.isNegative() || lease.isZero()) {
            throw new IllegalArgumentException(
                    "limits of conversations must be 1 or more, and the lease longer than 0");
        }
    }
}

package io.redress.handoff;

import org.jspecify.annotations.Nullable;

/**
 * Tells which arrivals have to be judged in the order in which they were handed off, such as the mails of one customer. The
 * broker gives the arrivals of one group to one consumer (property {@code JMSXGroupID}, JMS 2.0, 3.5.9), while other
 * groups go on beside it.
 */
@FunctionalInterface
public interface MessageGroups {

    /**
     * The group of an arrival; null when it needs no order.
     *
     * @param format as in {@link io.redress.intake.RawMessage}
     * @param original all its bytes, well-formed or not
     */
    @Nullable
    String groupOf(String format, byte[] original);

    /** No arrival needs an order. */
    static MessageGroups none() {
        return (format, original) -> null;
    }
}

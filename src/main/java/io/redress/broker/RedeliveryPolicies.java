package io.redress.broker;

import java.time.Duration;
import org.apache.activemq.RedeliveryPolicy;

/**
 * For what the routes could not handle themselves: a hub killed while it worked on the message, or a dead letter that could
 * not be written. After these the broker moves the message to {@code DLQ.<queue>}.
 */
public final class RedeliveryPolicies {

    /** docs/operations.md names the same number; a test compares the two. */
    public static final int MOST = 100;

    /** Of the growing pauses between two of them. */
    public static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private RedeliveryPolicies() {}

    public static RedeliveryPolicy policy() {
        var policy = new RedeliveryPolicy();
        policy.setInitialRedeliveryDelay(1_000);
        policy.setUseExponentialBackOff(true);
        policy.setBackOffMultiplier(2);
        policy.setMaximumRedeliveryDelay(LONGEST_PAUSE.toMillis());
        policy.setMaximumRedeliveries(MOST);
        return policy;
    }
}

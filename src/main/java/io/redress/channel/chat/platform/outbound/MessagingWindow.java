package io.redress.channel.chat.platform.outbound;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long and how often a customer may be written to after a message of the customer's.
 *
 * @param time from that message on
 * @param messages at most; 0 for any number
 */
public record MessagingWindow(Duration time, int messages) {

    /**
     * Why nothing may be sent now; empty when something may.
     *
     * @param heard when the customer wrote last; null when that is not known
     * @param sent how many messages the customer got since
     */
    public Optional<String> closed(@Nullable Instant heard, int sent, Instant now) {
        if (heard == null) {
            return Optional.empty();
        }
        if (now.isAfter(heard.plus(time))) {
            String limit = time.toHours() > 0 ? time.toHours() + " hours" : time.toMinutes() + " minutes";
            return Optional.of("the platform takes messages only within " + limit + " of the customer's last one");
        }
        return messages > 0 && sent >= messages
                ? Optional.of("the platform takes only " + messages + " messages after each of the customer's")
                : Optional.empty();
    }
}

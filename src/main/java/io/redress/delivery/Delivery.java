package io.redress.delivery;

import io.redress.ticket.Ticket;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a target is to be told: the body with which the steps of a file in {@code routes/delivery} start. They
 * end with {@link Delivered} (or with anything, when the target gives no record), or throw {@link TargetRefused} or
 * {@link TargetUnavailable}; whatever else they throw is taken as temporary.
 *
 * @param id a UUID, the same at every attempt: the idempotency key
 * @param target the name in {@code routes/delivery}
 * @param kind {@link #TICKET}, {@link #FOLLOW_UP} or {@link #UPDATE}
 * @param attempt 1 at the first; never starts anew, not even by a replay
 * @param ticket the ticket as it stands, all of it: what the target may get is in {@code fields}
 * @param text what the customer wrote, or what was noted with an update; null for a ticket
 * @param status key of the status that an update brought ({@code solved} …); null for other kinds
 * @param fields the target's fields by the mapping file, in its order, without those that have no value; values are
 *     {@code String}, {@code Number}, {@code Boolean}, or {@code List} and {@code Map} of them
 * @param recordId the target's own record of the ticket, if an earlier delivery told it
 */
public record Delivery(
        String id,
        String target,
        String kind,
        int attempt,
        Ticket ticket,
        @Nullable String text,
        @Nullable String status,
        Map<String, Object> fields,
        @Nullable String recordId) {

    /** A ticket was opened: the target makes a record of it. */
    public static final String TICKET = "ticket";
    /** The customer wrote again. */
    public static final String FOLLOW_UP = "follow-up";
    /** Somebody other than the target changed the ticket's status. */
    public static final String UPDATE = "update";
    /** The status that tells that a ticket's customer is forgotten: the target is to forget the customer as well. */
    public static final String FORGOTTEN = "forgotten";

    public Delivery {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /**
     * Whether an earlier attempt may have reached the target although nobody heard so: then the target's record is looked
     * up by our number before a second one is made.
     */
    public boolean mayHaveArrived() {
        return attempt > 1;
    }
}

package io.redress.lifecycle;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.redress.ticket.Keyed;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an update says of a ticket. */
public enum UpdateKind implements Keyed {
    /** A system or a team took the ticket over. */
    ACCEPTED(Status.ASSIGNED, Status.RECEIVED, Status.REOPENED),
    /** It has another owner. */
    ASSIGNED(Status.ASSIGNED, Status.RECEIVED, Status.REOPENED, Status.ASSIGNED),
    /** Work began, or goes on after the customer answered. */
    IN_PROGRESS(Status.IN_PROGRESS, Status.RECEIVED, Status.REOPENED, Status.ASSIGNED, Status.AWAITING_CUSTOMER),
    /** Somebody answered the customer; the status stays. */
    ANSWERED(null),
    /** The customer was asked for something. */
    AWAITING_CUSTOMER(Status.AWAITING_CUSTOMER, Status.RECEIVED, Status.REOPENED, Status.ASSIGNED, Status.IN_PROGRESS),
    /** A remedy was carried out. */
    SOLVED(
            Status.SOLVED,
            Status.RECEIVED,
            Status.REOPENED,
            Status.ASSIGNED,
            Status.IN_PROGRESS,
            Status.AWAITING_CUSTOMER),
    /** It belongs to another category, or has another priority. */
    RECLASSIFIED(null),
    /** For the history only. */
    NOTE(null),
    /** The callback is over and nothing is left to do: reached and solved, or given up. */
    CALLBACK(Status.CALLBACK, Status.SOLVED),
    /** The survey was sent, or will not be. */
    SURVEYED(Status.SURVEYED, Status.CALLBACK),
    /** Not solved after all. */
    REOPENED(Status.REOPENED, Status.SOLVED, Status.CALLBACK, Status.SURVEYED, Status.CLOSED),
    /** Nothing is owed any more. */
    CLOSED(
            Status.CLOSED,
            Status.RECEIVED,
            Status.ASSIGNED,
            Status.IN_PROGRESS,
            Status.AWAITING_CUSTOMER,
            Status.REOPENED,
            Status.SOLVED,
            Status.CALLBACK,
            Status.SURVEYED);

    private final @Nullable Status to;
    private final Set<Status> from;

    UpdateKind(@Nullable Status to, Status... from) {
        this.to = to;
        this.from = from.length == 0 ? EnumSet.noneOf(Status.class) : EnumSet.copyOf(Arrays.asList(from));
    }

    /** The status that it leads to; null when it leaves the status as it is. */
    public @Nullable Status to() {
        return to;
    }

    /** Whether a ticket of that status can be changed by it. */
    public boolean applies(Status status) {
        return to == null || from.contains(status);
    }

    /** The kind of that key; null for any other text. */
    @JsonCreator
    public static @Nullable UpdateKind of(@Nullable String key) {
        return Keyed.of(UpdateKind.class, key);
    }

    /** In JSON, too. */
    @Override
    @JsonValue
    public String key() {
        return Keyed.super.key();
    }
}

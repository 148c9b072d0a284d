package io.redress.lifecycle;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.redress.ticket.KeyedEnum;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an update says of a ticket. */
public enum UpdateKind implements KeyedEnum {
    /** A system or a team took the ticket over. */
    ACCEPTED(TicketStatus.ASSIGNED, TicketStatus.RECEIVED, TicketStatus.REOPENED),
    /** It has another owner. */
    ASSIGNED(TicketStatus.ASSIGNED, TicketStatus.RECEIVED, TicketStatus.REOPENED, TicketStatus.ASSIGNED),
    /** Work began, or goes on after the customer answered. */
    IN_PROGRESS(
            TicketStatus.IN_PROGRESS,
            TicketStatus.RECEIVED,
            TicketStatus.REOPENED,
            TicketStatus.ASSIGNED,
            TicketStatus.AWAITING_CUSTOMER),
    /** Somebody answered the customer; the status stays. */
    ANSWERED(null),
    /** The customer was asked for something. */
    AWAITING_CUSTOMER(
            TicketStatus.AWAITING_CUSTOMER,
            TicketStatus.RECEIVED,
            TicketStatus.REOPENED,
            TicketStatus.ASSIGNED,
            TicketStatus.IN_PROGRESS),
    /** A remedy was carried out. */
    SOLVED(
            TicketStatus.SOLVED,
            TicketStatus.RECEIVED,
            TicketStatus.REOPENED,
            TicketStatus.ASSIGNED,
            TicketStatus.IN_PROGRESS,
            TicketStatus.AWAITING_CUSTOMER),
    /** It belongs to another category, or has another priority. */
    RECLASSIFIED(null),
    /** For the history only. */
    NOTE(null),
    /** The callback is over and nothing is left to do: reached and solved, or given up. */
    CALLBACK(TicketStatus.CALLBACK, TicketStatus.SOLVED),
    /** The survey was sent, or will not be. */
    SURVEYED(TicketStatus.SURVEYED, TicketStatus.CALLBACK),
    /** Not solved after all. */
    REOPENED(
            TicketStatus.REOPENED,
            TicketStatus.SOLVED,
            TicketStatus.CALLBACK,
            TicketStatus.SURVEYED,
            TicketStatus.CLOSED),
    /** Nothing is owed any more. */
    CLOSED(
            TicketStatus.CLOSED,
            TicketStatus.RECEIVED,
            TicketStatus.ASSIGNED,
            TicketStatus.IN_PROGRESS,
            TicketStatus.AWAITING_CUSTOMER,
            TicketStatus.REOPENED,
            TicketStatus.SOLVED,
            TicketStatus.CALLBACK,
            TicketStatus.SURVEYED);

    private final @Nullable TicketStatus to;
    private final Set<TicketStatus> from;

    UpdateKind(@Nullable TicketStatus to, TicketStatus... from) {
        this.to = to;
        this.from = from.length == 0 ? EnumSet.noneOf(TicketStatus.class) : EnumSet.copyOf(Arrays.asList(from));
    }

    /** The status that it leads to; null when it leaves the status as it is. */
    public @Nullable TicketStatus to() {
        return to;
    }

    /** Whether a ticket of that status can be changed by it. */
    public boolean applies(TicketStatus status) {
        return to == null || from.contains(status);
    }

    /** The kind of that key; null for any other text. */
    @JsonCreator
    public static @Nullable UpdateKind of(@Nullable String key) {
        return KeyedEnum.of(UpdateKind.class, key);
    }

    /** In JSON, too. */
    @Override
    @JsonValue
    public String key() {
        return KeyedEnum.super.key();
    }
}

package io.redress.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.redress.lifecycle.TicketStatus;
import io.redress.ticket.KeyedEnum;
import java.util.Locale;

/** What other systems can subscribe to. Its key is the {@code type} of the event, such as {@code ticket.created}. */
public enum EventType implements KeyedEnum {
    TICKET_CREATED,
    /** Its status became another one than those that have a type of their own, or the customer wrote again. */
    TICKET_UPDATED,
    TICKET_SOLVED,
    TICKET_CLOSED,
    TICKET_REOPENED,
    /** A promise to the customer was not kept: for the first response or the resolution. */
    TICKET_BREACHED,
    /** An incident began. */
    CHANNEL_FAILING,
    CHANNEL_RECOVERED,
    TARGET_FAILING,
    TARGET_RECOVERED,
    /** What "send a test event" sends; nobody subscribes to it. */
    WEBHOOK_TEST;

    /** The type of a change to a status. */
    public static EventType of(TicketStatus status) {
        return switch (status) {
            case SOLVED -> TICKET_SOLVED;
            case CLOSED -> TICKET_CLOSED;
            case REOPENED -> TICKET_REOPENED;
            default -> TICKET_UPDATED;
        };
    }

    /** Whether its subject is a ticket. */
    public boolean isOfTicket() {
        return name().startsWith("TICKET_");
    }

    @Override
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }
}

package io.redress.lifecycle;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * News of a ticket, from a system downstream, from an operator or from a part of the hub.
 *
 * @param id the sender's own name for this update; the same id for the same ticket again changes nothing
 * @param ticket its number
 * @param at when it happened, by the sender's clock; null means when it arrived. Outside the time between
 *     the ticket's arrival and now it counts as the nearer of them
 * @param by who says so: {@code crm}, {@code callbacks}, an API key's name
 * @param remedy what was done for the customer, in words that the customer may read; with {@code solved}
 * @param note for the history; the customer reads it where {@code told} is true, and always with {@code answered} and
 *     {@code awaiting-customer}
 * @param reason why, for the history
 * @param owner with {@code assigned}: who has it now
 * @param category with {@code reclassified}: key of {@code config/categories.yaml}
 * @param priority with {@code reclassified}: {@code normal}, {@code urgent} or {@code major}
 * @param reference the sender's own number for the ticket
 * @param told false keeps the hub from telling the customer of it; null means as the hub is configured
 * @param user who sent it, by its login: a user of the broker, an API key; null for a part of the hub. Never what the sender
 *     writes
 */
public record TicketUpdate(
        String id,
        String ticket,
        UpdateKind kind,
        @Nullable Instant at,
        @Nullable String by,
        @Nullable String remedy,
        @Nullable String note,
        @Nullable String reason,
        @Nullable String owner,
        @Nullable String category,
        @Nullable String priority,
        @Nullable String reference,
        @JsonProperty("tell-customer") @Nullable Boolean told,

        @JsonProperty(access = JsonProperty.Access.READ_ONLY) @Nullable
        String user) {

    public TicketUpdate(
            String id,
            String ticket,
            UpdateKind kind,
            @Nullable Instant at,
            @Nullable String by,
            @Nullable String remedy,
            @Nullable String note,
            @Nullable String reason,
            @Nullable String owner,
            @Nullable String category,
            @Nullable String priority,
            @Nullable String reference,
            @Nullable Boolean told) {
        this(id, ticket, kind, at, by, remedy, note, reason, owner, category, priority, reference, told, null);
    }

    /** The same of another ticket. */
    public TicketUpdate of(String number) {
        return new TicketUpdate(
                id, number, kind, at, by, remedy, note, reason, owner, category, priority, reference, told, user);
    }

    /** The same, from who is known to have sent it. */
    public TicketUpdate from(@Nullable String sender) {
        return new TicketUpdate(
                id, ticket, kind, at, by, remedy, note, reason, owner, category, priority, reference, told, sender);
    }

    /** The same with other words for the customer. */
    public TicketUpdate saying(@Nullable String otherRemedy, @Nullable String otherNote) {
        return new TicketUpdate(
                id,
                ticket,
                kind,
                at,
                by,
                otherRemedy,
                otherNote,
                reason,
                owner,
                category,
                priority,
                reference,
                told,
                user);
    }

    /** Who is known to be behind it: the user, or the part of the hub; null when a part of the hub does not say. */
    public @Nullable String source() {
        return user != null ? user : by;
    }

    /** An update that a part of the hub makes. */
    public static TicketUpdate of(String id, String ticket, UpdateKind kind, Instant at, String by, String reason) {
        return new TicketUpdate(id, ticket, kind, at, by, null, null, reason, null, null, null, null, null);
    }
}

package io.redress.systems;

import io.redress.delivery.Delivery;
import io.redress.ticket.Channel;
import io.redress.ticket.Complaint;
import io.redress.ticket.Customer;
import io.redress.ticket.Links;
import io.redress.ticket.Priority;
import io.redress.ticket.Product;
import io.redress.ticket.ServiceLevel;
import io.redress.ticket.Ticket;
import io.redress.ticket.Triage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Things to tell a system. */
public final class SystemDeliveries {

    private static final Instant NOW = Instant.parse("2026-11-22T06:00:00Z");

    private SystemDeliveries() {}

    /** A new ticket with its fields as the mapping of the target would fill them in. */
    public static Delivery ticket(String number, int attempt, Map<String, Object> fields) {
        return delivery(number, Delivery.TICKET, attempt, fields);
    }

    /** The customer wrote again. The same words are the same delivery. */
    public static Delivery followUp(String number, int attempt, Map<String, Object> fields) {
        return delivery(number, Delivery.FOLLOW_UP, attempt, fields);
    }

    private static Delivery delivery(String number, String kind, int attempt, Map<String, Object> fields) {
        String id = UUID.nameUUIDFromBytes((number + kind + fields).getBytes(StandardCharsets.UTF_8))
                .toString();
        return new Delivery(id, "target", kind, attempt, of(number), null, null, fields, null);
    }

    private static Ticket of(String number) {
        return new Ticket(
                number,
                NOW,
                new Channel("complaints-mailbox", "email", "0195"),
                Customer.unknown(),
                Product.unknown(),
                new Complaint("Fridge", "It does not cool", "en", null, null, List.of()),
                new Triage("quality", 0.9, null, 0, false, Priority.NORMAL, null, List.of()),
                new ServiceLevel("general", NOW.plusSeconds(3600), NOW.plusSeconds(7200)),
                "technical-support",
                Links.none(),
                List.of(),
                List.of());
    }
}

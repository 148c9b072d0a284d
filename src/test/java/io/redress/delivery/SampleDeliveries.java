package io.redress.delivery;

import io.redress.ticket.Channel;
import io.redress.ticket.Complaint;
import io.redress.ticket.Customer;
import io.redress.ticket.Links;
import io.redress.ticket.Priority;
import io.redress.ticket.Product;
import io.redress.ticket.ServiceLevel;
import io.redress.ticket.Ticket;
import io.redress.ticket.Triage;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Deliveries for tests. */
public final class SampleDeliveries {

    /** Of every delivery here. */
    public static final String ID = "0b8e4b0e-9d5c-4a7e-8f6a-2b1c4d5e6f70";

    private static final Instant AT = Instant.parse("2026-07-01T08:00:00Z");

    private SampleDeliveries() {}

    /** A delivery of Li Na's fridge. */
    public static Delivery delivery(String kind, int attempt, String recordId) {
        String text = kind.equals(Delivery.TICKET) ? null : "and it is loud";
        String status = kind.equals(Delivery.UPDATE) ? "solved" : null;
        return new Delivery(ID, "crm", kind, attempt, ticket(), text, status, Map.of("subject", "door"), recordId);
    }

    static Ticket ticket() {
        return new Ticket(
                "R-260701-7K9Q2M",
                AT,
                new Channel("complaint-form", "web-form", ID),
                new Customer(
                        "Li Na",
                        List.of("+8613800138000", "+8613900139000"),
                        List.of("li@example.com"),
                        List.of(),
                        null),
                new Product("Fridge", "X200", null, null, null, null, null),
                new Complaint(null, "The door does not close.", "en", null, null, List.of()),
                new Triage(
                        "quality", 0.9, null, 0, false, Priority.URGENT, null, List.of("'door' is a word of quality")),
                new ServiceLevel("standard", AT, AT),
                "desk",
                Links.none(),
                List.of(),
                List.of());
    }
}

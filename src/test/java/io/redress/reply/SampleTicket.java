package io.redress.reply;

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
import org.jspecify.annotations.Nullable;

/** A ticket to acknowledge. */
public final class SampleTicket {

    static final Instant NOW = Instant.parse("2026-11-21T06:00:00Z");

    private SampleTicket() {}

    public static Ticket of(String language, @Nullable String name, String subject, String text, String... emails) {
        return new Ticket(
                "R-261121-7K3M9Q",
                NOW,
                new Channel("complaints-mailbox", "email", "0195"),
                new Customer(name, List.of(), List.of(emails), List.of(), null),
                Product.unknown(),
                new Complaint(subject, text, language, null, null, List.of()),
                new Triage("mismatch", 0.9, null, 0, false, Priority.NORMAL, null, List.of()),
                new ServiceLevel(
                        "general", Instant.parse("2026-11-22T06:00:00Z"), Instant.parse("2026-11-23T06:00:00Z")),
                "quality-control",
                Links.none(),
                List.of(),
                List.of());
    }
}

package io.redress.privacy;

import io.redress.ticket.Channel;
import io.redress.ticket.Complaint;
import io.redress.ticket.Customer;
import io.redress.ticket.Lookup;
import io.redress.ticket.Product;
import io.redress.ticket.Ticket;
import io.redress.ticket.Triage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a ticket whose customer is forgotten: what is counted. Channel, category, scores, priority, times, owner,
 * links, language, tier, the product's kind and the store stay; who it was, what was written and what names one person's
 * purchase do not.
 */
public final class RedactedTicket {

    /** The words of {@link Complaint#wants} that are the hub's own; others are the customer's. */
    private static final Set<String> WANTS =
            Set.of("repair", "replacement", "refund", "compensation", "price-difference", "apology", "explanation");

    private RedactedTicket() {}

    /**
     * The ticket without its customer.
     *
     * @param traceSearch of the person: a product or store whose name holds one of them goes, too
     */
    public static Ticket of(Ticket ticket, TraceSearch traceSearch) {
        Product product = ticket.product();
        Complaint complaint = ticket.complaint();
        Triage triage = ticket.triage();
        return new Ticket(
                ticket.number(),
                ticket.receivedAt(),
                new Channel(
                        ticket.channel().name(),
                        ticket.channel().kind(),
                        ticket.channel().itemId()),
                new Customer(
                        null, List.of(), List.of(), List.of(), ticket.customer().tier()),
                new Product(
                        harmless(product.name(), traceSearch),
                        harmless(product.model(), traceSearch),
                        null,
                        null,
                        product.purchasedOn(),
                        harmless(product.warranty(), traceSearch),
                        harmless(product.store(), traceSearch)),
                new Complaint(
                        null,
                        "",
                        complaint.language(),
                        complaint.wants() != null && WANTS.contains(complaint.wants()) ? complaint.wants() : null,
                        complaint.occurredAt(),
                        List.of()),
                new Triage(
                        triage.category(),
                        triage.score(),
                        triage.secondCategory(),
                        triage.secondScore(),
                        triage.review(),
                        triage.priority(),
                        triage.sentiment(),
                        List.of()),
                ticket.serviceLevel(),
                ticket.owner(),
                ticket.links(),
                ticket.lookups().stream().map(RedactedTicket::withoutFacts).toList(),
                List.of());
    }

    private static @Nullable String harmless(@Nullable String text, TraceSearch traceSearch) {
        return text == null || traceSearch.in(text.getBytes(StandardCharsets.UTF_8)) ? null : text;
    }

    private static Lookup withoutFacts(Lookup lookup) {
        return new Lookup(lookup.name(), lookup.state(), lookup.at(), null, Map.of());
    }
}

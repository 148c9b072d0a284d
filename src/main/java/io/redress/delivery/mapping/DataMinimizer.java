package io.redress.delivery.mapping;

import io.redress.ticket.Complaint;
import io.redress.ticket.Customer;
import io.redress.ticket.Product;
import io.redress.ticket.Ticket;
import io.redress.ticket.Triage;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A ticket without what a target does not receive: null, an empty list or an empty text stands in its place. */
final class DataMinimizer {

    private final Predicate<String> received;

    private DataMinimizer(List<String> receives) {
        this.received = path -> new CanonicalPath(path).isWithin(receives);
    }

    static Ticket of(Ticket ticket, List<String> receives) {
        return new DataMinimizer(receives).of(ticket);
    }

    private Ticket of(Ticket ticket) {
        return new Ticket(
                ticket.number(),
                ticket.receivedAt(),
                ticket.channel(),
                customer(ticket.customer()),
                product(ticket.product()),
                complaint(ticket.complaint()),
                triage(ticket.triage()),
                ticket.serviceLevel(),
                ticket.owner(),
                ticket.links(),
                list("lookups", ticket.lookups()),
                list("history", ticket.history()));
    }

    private Customer customer(Customer customer) {
        return new Customer(
                value("customer.name", customer.name()),
                list("customer.phones", customer.phones()),
                list("customer.emails", customer.emails()),
                list("customer.handles", customer.handles()),
                value("customer.tier", customer.tier()),
                value("customer.name", customer.nameFrom()), // what is said of a member goes with it
                list("customer.phones", customer.phonesInText()));
    }

    private Product product(Product product) {
        return new Product(
                value("product.name", product.name()),
                value("product.model", product.model()),
                value("product.serial", product.serial()),
                value("product.orderNo", product.orderNo()),
                value("product.purchasedOn", product.purchasedOn()),
                value("product.warranty", product.warranty()),
                value("product.store", product.store()));
    }

    private Complaint complaint(Complaint complaint) {
        return new Complaint(
                value("complaint.subject", complaint.subject()),
                received.test("complaint.text") ? complaint.text() : "",
                complaint.language(),
                value("complaint.wants", complaint.wants()),
                value("complaint.occurredAt", complaint.occurredAt()),
                list("complaint.attachments", complaint.attachments()));
    }

    /** The reasons quote the customer. */
    private Triage triage(Triage triage) {
        return new Triage(
                triage.category(),
                triage.score(),
                triage.secondCategory(),
                triage.secondScore(),
                triage.review(),
                triage.priority(),
                triage.sentiment(),
                list("triage.reasons", triage.reasons()));
    }

    private <T> @Nullable T value(String path, @Nullable T value) {
        return received.test(path) ? value : null;
    }

    private <T> List<T> list(String path, List<T> values) {
        return received.test(path) ? values : List.of();
    }
}

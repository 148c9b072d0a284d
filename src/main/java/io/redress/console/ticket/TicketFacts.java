package io.redress.console.ticket;

import io.redress.ticket.Customer;
import io.redress.ticket.Links;
import io.redress.ticket.Lookup;
import io.redress.ticket.Product;
import io.redress.ticket.Ticket;
import io.redress.ticket.TicketNumber;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is known of a ticket's customer and product, as lines with the keys of their labels; without what is not known. */
final class TicketFacts {

    private TicketFacts() {}

    static Map<String, Map<String, String>> of(Ticket ticket) {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        all.put("contact", contact(ticket.customer()));
        all.put("product", product(ticket.product(), ticket.complaint().wants()));
        Map<String, String> looked = new LinkedHashMap<>();
        for (Lookup lookup : ticket.lookups()) {
            lookup.facts().forEach((name, value) -> put(looked, lookup.name() + " · " + name, value));
            put(looked, lookup.name(), lookup.reason());
        }
        all.put("lookups", looked);
        all.values().removeIf(Map::isEmpty);
        return all;
    }

    /** Keys under which a customer's tickets are found: what the customer stated, never what merely stands in a text. */
    static List<String> keys(Customer customer) {
        return Stream.concat(
                        customer.statedPhones().stream().map(phone -> "phone:" + phone),
                        customer.emails().stream().map(mail -> "mail:" + mail.toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** Other tickets, by number, with the key of what they are to this one. */
    static Map<String, String> links(Ticket ticket) {
        Map<String, String> all = new LinkedHashMap<>();
        Links links = ticket.links();
        put(all, String.valueOf(links.duplicateOf()), links.duplicateOf() == null ? null : "duplicate");
        put(all, String.valueOf(links.followUpOf()), links.followUpOf() == null ? null : "follow-up");
        ticket.history().stream()
                .filter(event -> event.what().equals("mentions") && event.why() != null)
                .flatMap(event -> TicketNumber.namedIn(String.valueOf(event.why())).stream())
                .filter(number -> !number.equals(ticket.number()))
                .forEach(number -> all.putIfAbsent(number, "mentions"));
        return all;
    }

    private static Map<String, String> contact(Customer customer) {
        Map<String, String> facts = new LinkedHashMap<>();
        put(facts, "name", customer.name());
        put(facts, "phone", String.join(", ", customer.statedPhones()));
        put(facts, "phone-in-text", String.join(", ", customer.phonesInText()));
        put(facts, "mail", String.join(", ", customer.emails()));
        put(facts, "handle", String.join(", ", customer.handles()));
        put(facts, "tier", customer.tier());
        return facts;
    }

    private static Map<String, String> product(Product product, @Nullable String wants) {
        Map<String, String> facts = new LinkedHashMap<>();
        put(facts, "product", product.name());
        put(facts, "model", product.model());
        put(facts, "serial", product.serial());
        put(facts, "order", product.orderNo());
        put(
                facts,
                "purchased",
                product.purchasedOn() == null ? null : product.purchasedOn().toString());
        put(facts, "warranty", product.warranty());
        put(facts, "store", product.store());
        put(facts, "wants", wants);
        return facts;
    }

    private static void put(Map<String, String> facts, String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.put(key, value);
        }
    }
}

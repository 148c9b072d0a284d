package io.redress.delivery.http;

import io.redress.delivery.Delivery;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where a target takes what. {@code {number}} stands for the ticket's number and {@code {record}} for the target's own
 * name of it, both percent-encoded: no other part of an address comes from data.
 *
 * @param ticket for new tickets
 * @param followUp for what the customer writes later
 * @param update for changes of status
 * @param lookup finds a record by our number; empty when the target cannot be asked
 */
public record Addresses(String ticket, String followUp, String update, String lookup) {

    String of(Delivery delivery) {
        String address =
                switch (delivery.kind()) {
                    case Delivery.FOLLOW_UP -> followUp.isEmpty() ? ticket : followUp;
                    case Delivery.UPDATE -> update.isEmpty() ? ticket : update;
                    default -> ticket;
                };
        return filled(address, delivery);
    }

    String lookup(Delivery delivery) {
        return filled(lookup, delivery);
    }

    private static String filled(String address, Delivery delivery) {
        String record = delivery.recordId() == null ? "" : delivery.recordId();
        return address.replace("{number}", encoded(delivery.ticket().number())).replace("{record}", encoded(record));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

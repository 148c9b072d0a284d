package io.redress.delivery.http;

import io.redress.delivery.Delivery;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Where a target takes what. {@code {number}} stands for the ticket's number and {@code {record}} for the target's own
 * name of it, both percent-encoded: no other part of an address comes from data.
 *
 * @param ticket for new tickets
 * @param followUp for what the customer writes later
 * @param update for changes of status
 * @param lookup finds a record by our number; empty when the target cannot be asked
 */
public record TargetUrls(String ticket, String followUp, String update, String lookup) {

    private static final Pattern PLACE = Pattern.compile("\\{[^{}]*}");
    private static final Set<String> PLACES = Set.of("{number}", "{record}");

    /**
     * Gives an address back that has no other places to fill than those two.
     *
     * @throws IllegalArgumentException when it has
     */
    static String known(String address) {
        PLACE.matcher(address)
                .results()
                .map(MatchResult::group)
                .filter(place -> !PLACES.contains(place))
                .forEach(place -> {
                    throw new IllegalArgumentException(
                            "'" + place + "' in " + address + " is no known placeholder: write {number} or {record}");
                });
        return address;
    }

    /**
     * As {@link #known}, for a look-up.
     *
     * @throws IllegalArgumentException also when it does not ask for our number: it would find other tickets' records
     */
    static String asksForNumber(String lookup) {
        if (!lookup.isEmpty() && !lookup.contains("{number}")) {
            throw new IllegalArgumentException("the look-up " + lookup + " does not ask for {number}");
        }
        return known(lookup);
    }

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

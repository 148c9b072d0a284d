package io.redress.search;

import io.redress.privacy.PersonValue;
import io.redress.privacy.PersonValue.Kind;
import io.redress.ticket.Customer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why a ticket was found, and what to show of it.
 *
 * @param where a word for the place, see {@link SearchEntry#matched}
 */
record SearchMatch(String where, @Nullable Snippet snippet) {

    static SearchMatch of(FoundTicket ticket, SearchQuery query) {
        String known = known(ticket, query);
        Map<String, String> texts = texts(ticket);
        List<SearchWord> words = query.parts();
        if (known != null) {
            return new SearchMatch(known, beginning(texts, words));
        }
        String best = "";
        long most = 0;
        for (Map.Entry<String, String> text : texts.entrySet()) {
            long count = Snippet.count(text.getValue(), words);
            if (count > most) {
                most = count;
                best = text.getKey();
            }
        }
        if (most == 0) {
            return new SearchMatch(begun(ticket, query), beginning(texts, words));
        }
        String shown = best.equals("name") ? null : texts.get(best);
        return new SearchMatch(best, shown == null ? beginning(texts, words) : Snippet.of(shown, words));
    }

    /** Where what was typed stands as a whole; null when it does nowhere. */
    private static @Nullable String known(FoundTicket ticket, SearchQuery query) {
        if (ticket.number().equals(query.number())) {
            return "number";
        }
        PersonValue person = query.person();
        Customer customer = ticket.customer();
        if (person != null && person.kind() == Kind.PHONE) {
            if (has(customer.statedPhones(), person)) {
                return "phone";
            }
            if (has(customer.phones(), person)) {
                return "phone-in-text";
            }
        }
        if (person != null
                && person.kind() == Kind.MAIL
                && customer.emails().stream().anyMatch(person.text()::equalsIgnoreCase)) {
            return "mail";
        }
        String code = SearchCode.of(query.text());
        if (code.equals(code(ticket.product().orderNo()))) {
            return "order";
        }
        if (code.equals(code(ticket.product().serial()))) {
            return "serial";
        }
        String handle = query.text().toLowerCase(Locale.ROOT);
        boolean handled = customer.handles().stream()
                .map(one -> one.toLowerCase(Locale.ROOT))
                .anyMatch(one -> one.equals(handle) || one.endsWith(":" + handle));
        return handled ? "handle" : null;
    }

    /** Where something begins, or a phone ends, as what was typed does. */
    private static String begun(FoundTicket ticket, SearchQuery query) {
        List<String> codes =
                query.words().stream().flatMap(word -> word.codes().stream()).toList();
        if (codes.isEmpty()) {
            return "number";
        }
        Map<String, String> values = new LinkedHashMap<>();
        values.put("order", SearchField.ORDER.of(code(ticket.product().orderNo())));
        values.put("serial", SearchField.SERIAL.of(code(ticket.product().serial())));
        ticket.customer().emails().forEach(email -> values.put("mail", SearchField.MAIL.of(email)));
        for (Map.Entry<String, String> value : values.entrySet()) {
            if (codes.stream().anyMatch(value.getValue()::startsWith)) {
                return value.getKey();
            }
        }
        String number = SearchField.TICKET.of(SearchCode.ofTicket(ticket.number()));
        boolean numbered = codes.stream()
                .filter(code -> code.startsWith(SearchField.TICKET.of("")))
                .map(code -> code.substring(SearchField.TICKET.of("").length()))
                .anyMatch(number::contains);
        return numbered ? "number" : "phone";
    }

    private static boolean has(List<String> phones, PersonValue person) {
        return phones.stream().map(PersonValue::withoutExtension).anyMatch(person.text()::equals);
    }

    private static String code(@Nullable String value) {
        return value == null ? "" : SearchCode.of(value);
    }

    /** In the order in which they are looked through. */
    private static Map<String, String> texts(FoundTicket ticket) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("name", empty(ticket.customer().name()));
        texts.put("subject", empty(ticket.subject()));
        texts.put("text", ticket.text());
        var product = ticket.product();
        texts.put(
                "product",
                Stream.of(
                                empty(product.name()),
                                empty(product.model()),
                                empty(product.store()),
                                empty(product.orderNo()),
                                empty(product.serial()))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" · ")));
        return texts;
    }

    private static String empty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable Snippet beginning(Map<String, String> texts, List<SearchWord> words) {
        List<String> shown =
                new ArrayList<>(List.of(texts.getOrDefault("subject", ""), texts.getOrDefault("text", "")));
        shown.removeIf(String::isBlank);
        return shown.isEmpty() ? null : Snippet.of(shown.get(0), words);
    }
}

package io.redress.search;

import io.redress.privacy.PersonValue;
import io.redress.privacy.PersonValue.Kind;
import io.redress.ticket.Customer;
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

    private static final String TEXT = "text";
    private static final String PRODUCT = "product";

    static SearchMatch of(FoundTicket ticket, SearchQuery query) {
        Map<String, String> texts = texts(ticket);
        String whole = known(ticket, query);
        String best = whole == null ? most(texts, query.words()) : whole;
        if (best == null) {
            String begun = begun(ticket, query);
            best = begun == null ? most(texts, query.parts()) : begun;
        }
        String where = best == null ? TEXT : best;
        String shown = where.equals(TEXT) || where.equals(PRODUCT) ? texts.get(where) : beginning(texts);
        return new SearchMatch(where, shown == null || shown.isBlank() ? null : Snippet.of(shown, query.parts()));
    }

    /** Where most of some words stand; null when none does anywhere. */
    private static @Nullable String most(Map<String, String> texts, List<SearchWord> words) {
        String best = null;
        long most = 0;
        for (Map.Entry<String, String> text : texts.entrySet()) {
            long count = Snippet.count(text.getValue(), words);
            if (count > most) {
                most = count;
                best = text.getKey();
            }
        }
        return best;
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

    /** Where something begins, or a phone ends, as what was typed does; null when nothing does. */
    private static @Nullable String begun(FoundTicket ticket, SearchQuery query) {
        List<String> codes =
                query.words().stream().flatMap(word -> word.codes().stream()).toList();
        if (codes.isEmpty()) {
            return null;
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
        if (numbered) {
            return "number";
        }
        boolean called = codes.stream().anyMatch(code -> code.startsWith(SearchField.PHONE.of("")));
        return called && !ticket.customer().phones().isEmpty() ? "phone" : null;
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
        texts.put(TEXT, ticket.text());
        var product = ticket.product();
        texts.put(
                PRODUCT,
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

    /** The subject, or the text where there is none. */
    private static @Nullable String beginning(Map<String, String> texts) {
        return Stream.of("subject", TEXT)
                .map(where -> texts.getOrDefault(where, ""))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse(null);
    }
}

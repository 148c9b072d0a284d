package io.redress.ledger.privacy;

import io.redress.mapping.PhoneNumbers;
import io.redress.privacy.PersonValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;

/**
 * What must be nowhere once somebody is forgotten: the value that was named and every other value, name, order and piece
 * of text of the tickets that no other ticket has. What another customer shares, such as the phone of a household, stays
 * theirs.
 */
final class PersonTraces {

    private static final int SHORTEST_TEXT = 12;
    private static final int LONGEST_TEXT = 40;

    private final PersonQueries queries;
    private final PhoneNumbers phones;

    PersonTraces(PersonQueries queries, PhoneNumbers phones) {
        this.queries = queries;
        this.phones = phones;
    }

    Set<String> of(PersonValue named, List<FoundTicket> tickets) {
        Set<String> numbers = tickets.stream().map(FoundTicket::number).collect(Collectors.toSet());
        Set<String> traces = new LinkedHashSet<>();
        if (named.kind() != PersonValue.Kind.NUMBER) {
            traces.addAll(named.spellings(phones));
        }
        PersonSearch.values(tickets).stream()
                .filter(value -> !value.equals(named) && !queries.elsewhere(value, numbers))
                .forEach(value -> traces.addAll(value.spellings(phones)));
        for (FoundTicket ticket : tickets) {
            var document = ticket.document();
            document.customer().phonesInText().stream()
                    .map(phone -> new PersonValue(PersonValue.Kind.PHONE, PersonValue.withoutExtension(phone)))
                    .filter(value -> !queries.elsewhere(value, numbers))
                    .forEach(value -> traces.addAll(value.spellings(phones)));
            addName(traces, document.customer().name(), numbers);
            add(traces, document.product().orderNo(), numbers);
            add(traces, document.product().serial(), numbers);
            add(traces, document.complaint().subject(), numbers);
            add(traces, document.complaint().text(), numbers);
        }
        return traces;
    }

    /** A name that is a word of many texts proves nothing: one of several words, or in no ASCII. */
    private void addName(Set<String> traces, @Nullable String name, Set<String> numbers) {
        if (name != null && (name.strip().contains(" ") || name.chars().anyMatch(c -> c > 127))) {
            if (!queries.elsewhere(name.strip(), numbers)) {
                traces.add(name.strip());
            }
        }
    }

    private void add(Set<String> traces, @Nullable String text, Set<String> numbers) {
        String line = text == null ? "" : text.lines().map(String::strip).reduce("", PersonTraces::longer);
        String piece = StringUtils.truncate(line, LONGEST_TEXT);
        boolean plain = piece.indexOf('"') < 0 && piece.indexOf('\\') < 0;
        if (piece.length() >= SHORTEST_TEXT && plain && !queries.elsewhere(piece, numbers)) {
            traces.add(piece);
        }
    }

    private static String longer(String one, String other) {
        return other.length() > one.length() ? other : one;
    }
}

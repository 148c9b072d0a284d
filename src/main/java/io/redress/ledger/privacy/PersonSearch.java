package io.redress.ledger.privacy;

import io.redress.handoff.Originals;
import io.redress.intake.Normalizers;
import io.redress.intake.RawMessage;
import io.redress.ledger.item.ItemQueries;
import io.redress.ledger.item.ItemSearch;
import io.redress.ledger.item.ItemSummary;
import io.redress.mapping.PhoneNumbers;
import io.redress.privacy.PersonMatcher;
import io.redress.privacy.PersonValue;
import io.redress.privacy.PersonValue.Kind;
import io.redress.settings.PrivacySettings;
import io.redress.ticket.Customer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds persons: their tickets by value, and their arrivals that opened none by reading these again. */
public final class PersonSearch {

    private static final Logger LOG = LoggerFactory.getLogger(PersonSearch.class);

    private final PersonQueries queries;
    private final ItemQueries items;
    private final Normalizers normalizers;
    private final Originals originals;
    private final PhoneNumbers phones;

    public PersonSearch(
            PersonQueries queries,
            ItemQueries items,
            Normalizers normalizers,
            Originals originals,
            PrivacySettings settings) {
        this.queries = queries;
        this.items = items;
        this.normalizers = normalizers;
        this.originals = originals;
        this.phones = new PhoneNumbers(settings.region());
    }

    /** Reads what somebody typed; empty when it is neither phone, mail address, handle nor ticket number. */
    public Optional<PersonValue> read(String written) {
        return PersonValue.read(written, phones);
    }

    /** What is the person's; tickets that merely mention the phone are shown apart. */
    public FoundPerson find(PersonValue value) {
        return find(value, false);
    }

    /** @param alsoMentioned whether tickets that merely mention the phone are taken for the person's */
    public FoundPerson find(PersonValue value, boolean alsoMentioned) {
        List<FoundTicket> mentioned = queries.mentioning(value);
        List<FoundTicket> tickets = new ArrayList<>(queries.tickets(value));
        if (alsoMentioned) {
            tickets.addAll(mentioned);
        }
        Set<String> numbers = tickets.stream().map(FoundTicket::number).collect(Collectors.toCollection(TreeSet::new));
        List<UUID> without = unticketed(value);
        List<UUID> all = new ArrayList<>(queries.itemsOf(numbers));
        all.addAll(without);
        return new FoundPerson(
                tickets,
                alsoMentioned ? List.of() : mentioned,
                all,
                without,
                queries.counts(numbers),
                others(value, tickets));
    }

    /** The values of tickets. */
    static List<PersonValue> values(Collection<FoundTicket> tickets) {
        List<PersonValue> values = new ArrayList<>();
        for (FoundTicket ticket : tickets) {
            Customer customer = ticket.document().customer();
            customer.statedPhones()
                    .forEach(phone -> values.add(new PersonValue(Kind.PHONE, PersonValue.withoutExtension(phone))));
            customer.emails().forEach(mail -> values.add(new PersonValue(Kind.MAIL, mail)));
            customer.handles().forEach(handle -> values.add(new PersonValue(Kind.HANDLE, handle)));
        }
        return values.stream().distinct().toList();
    }

    private static Map<String, Set<String>> others(PersonValue value, List<FoundTicket> tickets) {
        Map<String, Set<String>> others = new TreeMap<>();
        values(tickets).stream().filter(other -> !other.equals(value)).forEach(other -> others.computeIfAbsent(
                        other.kind().key(), kind -> new TreeSet<>())
                .add(other.text()));
        return others;
    }

    private List<UUID> unticketed(PersonValue value) {
        if (value.kind() == Kind.NUMBER) {
            return items.find(new ItemSearch(null, null, null, null, value.text(), null, null), null, 10).stream()
                    .filter(item ->
                            item.ticket() == null && queries.unticketed().contains(item.id()))
                    .map(ItemSummary::id)
                    .toList();
        }
        var personMatcher = new PersonMatcher(value, phones);
        return queries.unticketed().stream()
                .filter(id -> isOf(id, personMatcher))
                .toList();
    }

    private boolean isOf(UUID id, PersonMatcher personMatcher) {
        Optional<RawMessage> raw = items.raw(id);
        if (raw.isEmpty()) {
            return false;
        }
        try {
            byte[] bytes = originals.bytes(raw.get().original());
            return personMatcher.in(normalizers.read(raw.get()).reading(), bytes);
        } catch (RuntimeException e) {
            LOG.warn(
                    "item {} cannot be read, so it cannot be searched for persons: {}",
                    id,
                    e.getClass().getName());
            return false;
        }
    }
}

package io.redress.ledger;

import static io.redress.ledger.Stored.utc;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.standing.OwnMessageIds;
import io.redress.standing.Pointer;
import io.redress.standing.References;
import io.redress.standing.Sender;
import io.redress.standing.Standing;
import io.redress.standing.StandingRules;
import io.redress.standing.TicketContacts;
import io.redress.ticket.Customer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds the tickets at which an arrival points, what its sender is to each, and writes mentions down. */
public final class Pointed {

    private final JdbcClient jdbc;
    private final StoredJson json;
    private final OwnMessageIds ownIds;
    private final Clock clock;

    public Pointed(JdbcClient jdbc, ObjectMapper json, OwnMessageIds ownIds, Clock clock) {
        this.jdbc = jdbc;
        this.json = new StoredJson(json);
        this.ownIds = ownIds;
        this.clock = clock;
    }

    /** A ticket that there is. */
    record At(String number, Standing standing) {}

    /** In the order of what names them, the most telling first; each once. */
    List<At> by(Sender sender, References references) {
        Map<String, Set<Pointer>> pointers = pointers(references);
        Map<String, TicketContacts> contacts = contacts(pointers.keySet());
        List<At> found = new ArrayList<>();
        pointers.forEach((number, how) -> {
            TicketContacts ticket = contacts.get(number);
            if (ticket != null) {
                found.add(new At(number, StandingRules.of(sender, ticket, how)));
            }
        });
        return found;
    }

    /** The tickets about which mails of ours are named here; of no other name is it certain. */
    List<String> answered(References references) {
        return references.inOrder().stream()
                .flatMap(name -> ownIds.ticketOf(name).stream())
                .distinct()
                .filter(number -> contacts(Set.of(number)).containsKey(number))
                .toList();
    }

    /** Says in a ticket's history which other arrival names it; of many such arrivals the first hundred. */
    void mention(String number, String itemId, String by) {
        jdbc.sql("""
                insert into event (ticket_number, at, who, what, why, item_id)
                select number, ?, 'hub', 'mentioned by', ?, ?::uuid from ticket where number = ?
                  and (select count(*) from event where ticket_number = ticket.number and what = 'mentioned by') < 100
                on conflict do nothing
                """)
                .params(utc(clock.instant()), by, UUID.fromString(itemId), number)
                .update();
    }

    private Map<String, Set<Pointer>> pointers(References references) {
        Map<String, String> aliases = aliases(references.names());
        Map<String, Set<Pointer>> pointers = new LinkedHashMap<>();
        for (String reference : references.inOrder()) {
            String own = ownIds.ticketOf(reference).orElse(null);
            String number = own != null ? own : aliases.getOrDefault(reference, reference);
            Pointer how = own != null
                    ? Pointer.OUR_MAIL
                    : aliases.containsKey(reference) ? Pointer.THEIR_MAIL : Pointer.NUMBER;
            pointers.computeIfAbsent(number, any -> EnumSet.noneOf(Pointer.class))
                    .add(how);
        }
        return pointers;
    }

    private Map<String, String> aliases(Set<String> names) {
        Map<String, String> found = new HashMap<>();
        if (!names.isEmpty()) {
            jdbc.sql("select alias, ticket_number from alias where alias = any(?)")
                    .param(stored(names))
                    .query((row, n) -> found.put(row.getString("alias"), row.getString("ticket_number")))
                    .list();
        }
        return found;
    }

    private Map<String, TicketContacts> contacts(Set<String> numbers) {
        Map<String, TicketContacts> found = new HashMap<>();
        if (!numbers.isEmpty()) {
            jdbc.sql("""
                            select number, channel, document->'customer' as customer from ticket
                            where number = any(?) and forgotten_at is null
                            """)
                    .param(stored(numbers))
                    .query((row, n) -> {
                        Customer customer = json.read(row.getString("customer"), Customer.class);
                        return found.put(
                                row.getString("number"), TicketContacts.of(row.getString("channel"), customer));
                    })
                    .list();
        }
        return found;
    }

    private static String[] stored(Set<String> names) {
        return names.stream().map(Stored::text).toArray(String[]::new);
    }
}

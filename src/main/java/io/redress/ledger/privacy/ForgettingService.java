package io.redress.ledger.privacy;

import io.redress.ledger.privacy.ForgettingRows.Work;
import io.redress.mapping.PhoneNumbers;
import io.redress.privacy.ForgottenList;
import io.redress.privacy.PersonValue;
import io.redress.privacy.PersonValue.Kind;
import io.redress.settings.PrivacySettings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes orders to forget somebody, and has them done one after the other, by one node at a time. */
public final class ForgettingService {

    private static final Logger LOG = LoggerFactory.getLogger(ForgettingService.class);
    private static final String LOCK = "hashtext('redress.forgetting')";

    private final ForgettingRows rows;
    private final PersonQueries queries;
    private final PersonTraces traces;
    private final Forgetting forgetting;
    private final ForgottenList list;
    private final DataSource database;
    private final Executor executor;
    private final Clock clock;

    /** @param forgettingThread one thread, which may be kept for minutes */
    public ForgettingService(
            ForgettingRows rows,
            PersonQueries queries,
            PrivacySettings settings,
            Forgetting forgetting,
            ForgottenList list,
            DataSource database,
            Executor forgettingThread,
            Clock clock) {
        this.rows = rows;
        this.queries = queries;
        this.traces = new PersonTraces(queries, new PhoneNumbers(settings.region()));
        this.forgetting = forgetting;
        this.list = list;
        this.database = database;
        this.executor = forgettingThread;
        this.clock = clock;
    }

    /**
     * Writes the order down and begins it.
     *
     * @param found of which no ticket is held
     * @param by name of an API key
     */
    public UUID order(PersonValue value, FoundPerson found, String by) {
        UUID id = add(
                value,
                found.tickets(),
                Set.copyOf(found.withoutTicket()),
                found.items().size(),
                by);
        list.add(value, clock.instant());
        found.tickets().stream()
                .filter(FoundTicket::isMention)
                .forEach(ticket -> list.add(ticket.named(), clock.instant()));
        begin();
        return id;
    }

    /**
     * What a look at all tickets began.
     *
     * @param begun how many persons are being forgotten again
     * @param unreadable numbers of tickets that could not be looked at; the log says why
     */
    public record Again(int begun, List<String> unreadable) {}

    /**
     * Forgets again who was forgotten and came back with a backup: whatever has a value of the list that was forgotten after
     * it came in. What the same person wrote since stays, and so does what is under legal hold.
     */
    public Again again(String by) {
        Map<PersonValue, List<FoundTicket>> returned = new LinkedHashMap<>();
        List<String> unreadable = new ArrayList<>();
        for (String number : queries.numbers()) {
            try {
                for (FoundTicket ticket : queries.tickets(new PersonValue(Kind.NUMBER, number))) {
                    forgottenBefore(ticket).ifPresent(value -> returned.computeIfAbsent(value, one -> new ArrayList<>())
                            .add(ticket));
                }
            } catch (IllegalStateException e) {
                LOG.error(
                        "Ticket {} cannot be read; it is unknown whether its customer has to be forgotten again",
                        number,
                        e);
                unreadable.add(number);
            }
        }
        returned.forEach((value, tickets) -> add(value, tickets, Set.of(), tickets.size(), by));
        begin();
        return new Again(returned.size(), unreadable);
    }

    private Optional<PersonValue> forgottenBefore(FoundTicket ticket) {
        return Stream.concat(PersonSearch.values(List.of(ticket)).stream(), Stream.of(ticket.named()))
                .filter(value -> ticket.hold() == null && list.has(value, ticket.receivedAt()))
                .findFirst();
    }

    private UUID add(PersonValue value, List<FoundTicket> found, Set<UUID> items, int arrivals, String by) {
        UUID id = UUID.randomUUID();
        Set<String> tickets = found.stream().map(FoundTicket::number).collect(Collectors.toCollection(TreeSet::new));
        var work = new Work(tickets, items, traces.of(value, found), Set.of());
        rows.add(id, list.hash(value), clock.instant(), by, tickets.size(), arrivals, work);
        return id;
    }

    /** Goes on with whatever is not done, in the background. */
    public void begin() {
        executor.execute(this::all);
    }

    private void all() {
        try (Connection connection = database.getConnection()) {
            if (!asks(connection, "select pg_try_advisory_lock(" + LOCK + ")")) {
                return; // another node is at it, and takes what is new as well
            }
            try {
                Set<UUID> tried = new HashSet<>();
                for (List<UUID> open = rows.open(); tried.addAll(open); open = rows.open()) {
                    open.forEach(this::one);
                }
            } finally {
                asks(connection, "select pg_advisory_unlock(" + LOCK + ")");
            }
        } catch (SQLException e) {
            LOG.error("The database is unavailable; forgetting continues within ten minutes", e);
        }
    }

    private void one(UUID id) {
        try {
            forgetting.perform(id);
            LOG.info("Forgetting {} is done", id);
        } catch (RuntimeException e) {
            LOG.error("Forgetting {} was interrupted; it is retried within ten minutes", id, e);
        }
    }

    private static boolean asks(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            return answer.next() && answer.getBoolean(1);
        }
    }
}

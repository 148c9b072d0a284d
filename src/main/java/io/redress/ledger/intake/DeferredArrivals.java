package io.redress.ledger.intake;

import static io.redress.ledger.PostgresValues.utc;

import io.redress.intake.ItemState;
import io.redress.intake.RawMessage;
import io.redress.intake.recording.WaitingItems;
import io.redress.ledger.PostgresValues;
import io.redress.ledger.item.ItemQueries;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Arrivals that overtook the one that they follow: a customer is told a number at once, and may write about it before its
 * ticket is there. They wait in rows, and are judged again when the arrival of that number has ended, or the patience has.
 * Whatever answers an arrival that waits, waits with it.
 */
public final class DeferredArrivals implements WaitingItems {

    /** Who claimed an arrival and died before it was handed off does not keep others from it for longer. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    /** A dead letter has not ended: it may be replayed. */
    private static final String MAY_GO_ON =
            PostgresValues.literals(ItemState.RECEIVED, ItemState.COLLECTING, ItemState.WAITING, ItemState.FAILED);

    private final JdbcClient jdbc;
    private final ItemQueries items;
    private final Predicate<String> given;
    private final Duration patience;
    private final Clock clock;

    /**
     * @param given whether the hub gave a number lately
     * @param patience how long an arrival waits at most, from when it was taken in; zero: not at all
     */
    public DeferredArrivals(
            JdbcClient jdbc, ItemQueries items, Predicate<String> given, Duration patience, Clock clock) {
        this.jdbc = jdbc;
        this.items = items;
        this.given = given;
        this.patience = patience;
        this.clock = clock;
    }

    private Instant until(RawMessage raw) {
        return raw.receivedAt().plus(patience);
    }

    @Override
    public Optional<String> awaited(RawMessage raw, Collection<String> numbers, Collection<String> answered) {
        if (!until(raw).isAfter(clock.instant())) {
            return Optional.empty();
        }
        return numbers.stream()
                .filter(number -> given.test(number) && !hasEnded(number))
                .findFirst()
                .or(() -> awaitedBy(answered));
    }

    private boolean hasEnded(String number) {
        return jdbc.sql("""
                        select exists (select 1 from item
                          where number = ? and state not in (%s))
                        """.formatted(MAY_GO_ON))
                .param(number)
                .query(Boolean.class)
                .single();
    }

    private Optional<String> awaitedBy(Collection<String> answered) {
        return answered.isEmpty()
                ? Optional.empty()
                : jdbc.sql("select number from waiting_arrival where names && ?::text[] order by item_id limit 1")
                        .param(PostgresValues.texts(answered))
                        .query(String.class)
                        .optional();
    }

    @Override
    public String put(RawMessage raw, String number, List<String> names) {
        jdbc.sql("""
                insert into waiting_arrival (item_id, number, names, until) values (?, ?, ?::text[], ?)
                on conflict (item_id) do update set handed_off_at = null
                """)
                .params(UUID.fromString(raw.id()), number, PostgresValues.texts(names), utc(until(raw)))
                .update();
        return "waits until " + until(raw) + " for ticket " + number + ", whose number was given before";
    }

    @Override
    public void ended(String itemId) {
        jdbc.sql("delete from waiting_arrival where item_id = ?")
                .param(UUID.fromString(itemId))
                .update();
    }

    /** Claims up to {@code limit} arrivals that need wait no longer, in the order in which they came, to be handed off again. */
    public List<RawMessage> claim(int limit) {
        return jdbc
                .sql("""
                        update waiting_arrival set handed_off_at = clock_timestamp()
                        where item_id in (
                          select item_id from waiting_arrival waiting
                          where (handed_off_at is null
                                 or handed_off_at < clock_timestamp() - make_interval(secs => :lease))
                            and (until <= :now or exists (
                              select 1 from item where item.number = waiting.number
                                and item.state not in (%s)))
                          order by item_id limit :limit for update skip locked)
                        returning item_id
                        """.formatted(MAY_GO_ON))
                .param("lease", LEASE.toSeconds())
                .param("now", utc(clock.instant()))
                .param("limit", limit)
                .query(UUID.class)
                .list()
                .stream()
                .sorted()
                .flatMap(id -> raw(id).stream())
                .toList();
    }

    /** One whose person was forgotten has nothing left to be judged. */
    private Optional<RawMessage> raw(UUID id) {
        Optional<RawMessage> raw = items.raw(id);
        if (raw.isEmpty()) {
            ended(id.toString());
        }
        return raw;
    }
}

package io.redress.ledger.item;

import static io.redress.ledger.PostgresValues.utc;

import io.redress.intake.ItemState;
import io.redress.ledger.RecordRows;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts the arrivals of every channel. */
public final class ChannelStatistics {

    private static final RowMapper<Count> COUNTS = RecordRows.of(Count.class);

    private static final RowMapper<Hour> HOURS = RecordRows.of(Hour.class);

    private final JdbcClient jdbc;

    public ChannelStatistics(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One line for each channel and state that has items. */
    public List<Count> counts() {
        return jdbc.sql("""
                        select channel, state, count(*) as items, max(received_at) as last_arrival
                        from item group by channel, state order by channel, state
                        """).query(COUNTS).list();
    }

    /**
     * What others sent, hour by hour; hours without an arrival are left out.
     *
     * @param from the beginning of the first hour
     */
    public List<Hour> hours(Instant from) {
        return jdbc.sql("""
                        select channel, floor(extract(epoch from received_at - :from) / 3600)::int as hour, count(*) as items
                        from item where received_at >= :from and state <> :canary
                        group by channel, hour
                        """)
                .param("from", utc(from))
                .param("canary", ItemState.CANARY.key())
                .query(HOURS)
                .list();
    }

    /** @param hour since the beginning, from 0 */
    public record Hour(String channel, int hour, long items) {}

    /**
     * How many items of a channel are in a state.
     *
     * @param lastArrival when the newest of them arrived
     */
    public record Count(String channel, String state, long items, Instant lastArrival) {

        /** Whether somebody else than the hub sent them. */
        public boolean isOthers() {
            return !state.equals(ItemState.CANARY.key());
        }
    }
}

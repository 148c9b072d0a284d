package io.redress.ledger.callback;

import static io.redress.ledger.PostgresValues.instant;
import static io.redress.ledger.PostgresValues.utc;

import io.redress.callback.CallSlot;
import io.redress.callback.workflow.SlotCapacity;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The places in slots. The table's key decides between two nodes that want the last one: the later one waits, and sees. */
public final class SqlSlotPlaces implements SlotCapacity {

    private final JdbcClient jdbc;
    private final Clock clock;

    public SqlSlotPlaces(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public boolean take(CallSlot slot, int capacity, UUID callback) {
        OffsetDateTime from = utc(slot.from());
        while (true) {
            int taken = jdbc.sql("""
                            insert into callback_place (slot_from, place, callback_id)
                            select :slot, place, :callback from generate_series(1, :capacity) place
                            where not exists (select 1 from callback_place other
                                              where other.slot_from = :slot and other.place = place.place)
                            limit 1
                            on conflict do nothing
                            """)
                    .param("slot", from)
                    .param("callback", callback)
                    .param("capacity", capacity)
                    .update();
            if (taken == 1) {
                return true;
            }
            int used = jdbc.sql("select count(*) from callback_place where slot_from = ? and place <= ?")
                    .params(from, capacity)
                    .query(Integer.class)
                    .single();
            if (used >= capacity) {
                return false;
            }
        }
    }

    @Override
    public void free(UUID callback, CallSlot except) {
        jdbc.sql("delete from callback_place where callback_id = ? and slot_from > ? and slot_from <> ?")
                .params(callback, utc(clock.instant()), utc(except.from()))
                .update();
    }

    @Override
    public void free(UUID callback) {
        free(callback, new CallSlot(Instant.EPOCH, Instant.EPOCH));
    }

    @Override
    public Set<Instant> full(Instant from, Instant until, int capacity) {
        return new HashSet<>(jdbc.sql("""
                        select slot_from from callback_place where slot_from >= ? and slot_from < ? and place <= ?
                        group by slot_from having count(*) >= ?
                        """)
                .params(utc(from), utc(until), capacity, capacity)
                .query((row, n) -> instant(row, "slot_from"))
                .list());
    }
}

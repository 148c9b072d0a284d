package io.redress.ledger;

import static io.redress.ledger.Stored.utc;

import io.redress.intake.ItemState;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lets an item that has ended be worked on again. */
@Repository
public class Reopening {

    private static final List<String> REOPENABLE = List.of(
            ItemState.DUPLICATE.key(),
            ItemState.FOLLOW_UP.key(),
            ItemState.AUTO_REPLY.key(),
            ItemState.BOUNCE.key(),
            ItemState.IGNORED.key(),
            ItemState.INVALID.key(),
            ItemState.FAILED.key());

    private final JdbcClient jdbc;
    private final Clock clock;

    public Reopening(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Sets an item that ended without a ticket of its own back to received; any other item stays as it is. */
    public void reopen(UUID item) {
        jdbc.sql("""
                        update item set state = 'received', reason = 'replayed, was ' || state || ': ' || reason,
                                        updated_at = :now
                        where id = :id and state in (:states)
                        """)
                .param("id", item)
                .param("states", REOPENABLE)
                .param("now", utc(clock.instant()))
                .update();
    }
}

package io.redress.ledger.item;

import static io.redress.ledger.PostgresValues.utc;

import io.redress.intake.ItemState;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets an item that has ended be worked on again. */
public final class ItemReopening {

    private static final List<String> REOPENABLE = Stream.of(
                    ItemState.DUPLICATE,
                    ItemState.FOLLOW_UP,
                    ItemState.AUTO_REPLY,
                    ItemState.BOUNCE,
                    ItemState.IGNORED,
                    ItemState.INVALID,
                    ItemState.FAILED)
            .map(ItemState::key)
            .toList();

    private final JdbcClient jdbc;
    private final Clock clock;

    public ItemReopening(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Has a mail that was set aside fetched at its mailbox's next poll. */
    public void tryAgain(UUID item) {
        jdbc.sql("update mailbox_mail set next_try = ? where item_id = ?")
                .params(utc(clock.instant()), item)
                .update();
    }

    /** Sets an item that ended without a ticket of its own back to received; any other item stays as it is. */
    public void reopen(UUID item) {
        jdbc.sql("""
                        update item set state = :received, reason = 'replayed, was ' || state || ': ' || reason,
                                        updated_at = :now
                        where id = :id and state in (:states)
                        """)
                .param("id", item)
                .param("received", ItemState.RECEIVED.key())
                .param("states", REOPENABLE)
                .param("now", utc(clock.instant()))
                .update();
    }
}

package io.redress.ledger.canary;

import static io.redress.ledger.PostgresValues.instant;
import static io.redress.ledger.PostgresValues.instantOrNull;
import static io.redress.ledger.PostgresValues.utc;

import io.redress.canary.Canaries;
import io.redress.canary.Canary;
import io.redress.intake.ItemState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code canary}. */
public final class SqlCanaries implements Canaries {

    private final JdbcClient jdbc;

    public SqlCanaries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean send(Canary canary, Duration every, String said) {
        return jdbc.sql("""
                        insert into canary (id, channel, sent_at, due_at, said)
                        select :id, :channel, :sent, :due, :said
                        where not exists (select from canary where channel = :channel and sent_at > :since)
                        """)
                        .param("id", canary.id())
                        .param("channel", canary.channel())
                        .param("sent", utc(canary.sentAt()))
                        .param("due", utc(canary.dueAt()))
                        .param("said", said)
                        .param("since", utc(canary.sentAt().minus(every)))
                        .update()
                == 1;
    }

    @Override
    public void failed(UUID id, String problem) {
        jdbc.sql("update canary set problem = ? where id = ? and arrived_at is null")
                .params(problem, id)
                .update();
    }

    /** The same item may be read again, after a crash, and a mail delivered twice; it is the canary each time. */
    @Override
    public Optional<Canary> arrived(UUID id, String channel, String said, String itemId, Instant now) {
        return jdbc.sql("""
                        update canary set item_id = coalesce(item_id, :item), arrived_at = coalesce(arrived_at, :now), problem = null
                        where id = :id and channel = :channel and said = :said
                        returning *
                        """)
                .param("id", id)
                .param("channel", channel)
                .param("said", said)
                .param("item", UUID.fromString(itemId))
                .param("now", utc(now))
                .query(SqlCanaries::canary)
                .optional();
    }

    @Override
    public void uncount(String channel) {
        jdbc.sql("update canary set counts = false where channel = ? and counts and arrived_at is null")
                .param(channel)
                .update();
    }

    @Override
    public List<Canary> all(Instant since) {
        return jdbc.sql("select * from canary where sent_at > ? order by sent_at desc")
                .param(utc(since))
                .query(SqlCanaries::canary)
                .list();
    }

    @Override
    public void purge(Collection<String> channels, Instant items, Instant known) {
        jdbc.sql("""
                with gone as (
                  delete from item where channel = any(:channels) and state = :canary and received_at < :than
                  returning number, channel)
                delete from promise using gone where promise.channel = gone.channel and promise.number = gone.number
                """)
                .param("channels", channels.toArray(String[]::new))
                .param("canary", ItemState.CANARY.key())
                .param("than", utc(items))
                .update();
        jdbc.sql("delete from canary where sent_at < ?").param(utc(known)).update();
    }

    private static Canary canary(ResultSet row, int index) throws SQLException {
        return new Canary(
                row.getObject("id", UUID.class),
                row.getString("channel"),
                instant(row, "sent_at"),
                instant(row, "due_at"),
                row.getBoolean("counts"),
                instantOrNull(row, "arrived_at"),
                row.getString("problem"));
    }
}

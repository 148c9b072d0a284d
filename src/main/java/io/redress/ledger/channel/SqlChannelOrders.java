package io.redress.ledger.channel;

import static io.redress.ledger.PostgresValues.instantOrNull;
import static io.redress.ledger.PostgresValues.utc;

import io.redress.channel.control.ChannelOrder;
import io.redress.channel.control.ChannelOrders;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code channel_order}. */
public final class SqlChannelOrders implements ChannelOrders {

    private final JdbcClient jdbc;

    public SqlChannelOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, ChannelOrder> all() {
        var all = new TreeMap<String, ChannelOrder>();
        jdbc.sql("select channel, paused_by, paused_at, poll_asked_at from channel_order")
                .query((row, n) -> all.put(
                        row.getString("channel"),
                        new ChannelOrder(
                                row.getString("paused_by"),
                                instantOrNull(row, "paused_at"),
                                instantOrNull(row, "poll_asked_at"))))
                .list();
        return all;
    }

    @Override
    public void pause(String channel, String by, Instant at) {
        jdbc.sql("""
                insert into channel_order (channel, paused_by, paused_at) values (:channel, :by, :at)
                on conflict (channel) do update set paused_by = :by, paused_at = :at
                where channel_order.paused_at is null
                """)
                .param("channel", channel)
                .param("by", by)
                .param("at", utc(at))
                .update();
    }

    @Override
    public void resume(String channel) {
        jdbc.sql("update channel_order set paused_by = null, paused_at = null where channel = ?")
                .param(channel)
                .update();
    }

    @Override
    public void poll(String channel, Instant at) {
        jdbc.sql("""
                insert into channel_order (channel, poll_asked_at) values (:channel, :at)
                on conflict (channel) do update set poll_asked_at = greatest(channel_order.poll_asked_at, :at)
                """).param("channel", channel).param("at", utc(at)).update();
    }
}

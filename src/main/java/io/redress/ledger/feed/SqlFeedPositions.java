package io.redress.ledger.feed;

import static io.redress.ledger.PostgresValues.instant;
import static io.redress.ledger.PostgresValues.utc;

import io.redress.channel.feed.FeedPosition;
import io.redress.channel.feed.FeedPositions;
import io.redress.cluster.FencingToken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tables {@code feed_position} and {@code feed_item}. A page counts only if the same node has led from the beginning of its
 * look to its end: the position of one that was paused meanwhile is older than what stands there.
 */
public final class SqlFeedPositions implements FeedPositions {

    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final FencingToken leader;
    private final Clock clock;
    private final Map<String, Long> begun = new ConcurrentHashMap<>();

    public SqlFeedPositions(JdbcClient jdbc, FencingToken leader, Clock clock) {
        this.jdbc = jdbc;
        this.leader = leader;
        this.clock = clock;
    }

    @Override
    public FeedPosition begin(String channel, String from, Instant start) {
        begun.put(channel, leader.current());
        jdbc.sql("""
                insert into feed_position (channel, start_from, start_at, since_at, newest_at, passed_at, updated_at)
                values (:channel, :from, :start, :start, :start, :start, :now)
                on conflict (channel) do update
                set start_from = excluded.start_from, start_at = excluded.start_at, since_at = excluded.since_at,
                    newest_at = excluded.newest_at, passed_at = excluded.passed_at, cursor = '', pages = 0, mark = '', updated_at = excluded.updated_at
                where feed_position.start_from <> excluded.start_from
                """)
                .param("channel", channel)
                .param("from", from)
                .param("start", utc(start))
                .param("now", utc(clock.instant()))
                .update();
        return jdbc.sql("select * from feed_position where channel = ?")
                .param(channel)
                .query((row, n) -> new FeedPosition(
                        channel,
                        row.getString("start_from"),
                        instant(row, "start_at"),
                        instant(row, "since_at"),
                        instant(row, "newest_at"),
                        instant(row, "passed_at"),
                        row.getString("cursor"),
                        row.getLong("pages"),
                        row.getString("mark")))
                .single();
    }

    @Override
    public Set<String> seen(String channel, Collection<String> items) {
        return jdbc.sql("select item::text from feed_item where channel = :channel and item = any(:items::uuid[])")
                .param("channel", channel)
                .param("items", items.toArray(String[]::new))
                .query(String.class)
                .set();
    }

    /** One statement, as a transaction of several could be held open by a pause of this process. */
    @Override
    public boolean moved(FeedPosition position, Collection<String> items) {
        Instant now = clock.instant();
        boolean counts = jdbc.sql("""
                        with leader as (
                          select from cluster_leader where namespace = 'hub' and fencing = :fencing for share
                        ), taken as (
                          insert into feed_item (channel, item, seen_at)
                          select :channel, item, :now from leader, unnest(:items::uuid[]) as page (item)
                          on conflict (channel, item) do update set seen_at = excluded.seen_at
                          where feed_item.seen_at < excluded.seen_at - interval '1 day'
                        ), moved as (
                          update feed_position
                          set start_at = :start, since_at = :since, newest_at = :newest, passed_at = :passed, cursor = :cursor,
                              pages = :pages, mark = :mark, updated_at = :now
                          from leader where channel = :channel
                        )
                        select exists (select from leader)
                        """)
                .param("fencing", begun.getOrDefault(position.channel(), FencingToken.NOT_LEADING))
                .param("channel", position.channel())
                .param("items", items.toArray(String[]::new))
                .param("start", utc(position.start()))
                .param("since", utc(position.since()))
                .param("newest", utc(position.newest()))
                .param("passed", utc(position.passed()))
                .param("cursor", position.cursor())
                .param("pages", position.pages())
                .param("mark", position.mark())
                .param("now", utc(now))
                .query(Boolean.class)
                .single();
        if (counts && position.pages() == 0) {
            jdbc.sql("delete from feed_item where channel = ? and seen_at < ?")
                    .params(position.channel(), utc(now.minus(REMEMBERED)))
                    .update();
        }
        return counts;
    }
}

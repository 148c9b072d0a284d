package io.redress.ledger.news;

import static io.redress.ledger.PostgresValues.utc;

import io.redress.cluster.FencingToken;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table {@code news_position}, and what is written with it. A look counts only if the same node has led from its beginning
 * to its end: the position and the states of one that was paused meanwhile are older than what stands there.
 */
final class NewsPositions {

    private final JdbcClient jdbc;
    private final FencingToken leader;
    private final Map<String, Long> begun = new ConcurrentHashMap<>();

    NewsPositions(JdbcClient jdbc, FencingToken leader) {
        this.jdbc = jdbc;
        this.leader = leader;
    }

    /** As {@link #of}, at the beginning of a look. */
    String begin(String source) {
        begun.put(source, leader.current());
        return of(source);
    }

    String of(String source) {
        return jdbc.sql("select position from news_position where source = ?")
                .param(source)
                .query(String.class)
                .optional()
                .orElse("");
    }

    /**
     * Ends a look. One statement, as a transaction of several could be held open by a pause of this process.
     *
     * @param states of the records that were seen
     * @return false when another node has led since the look began: then nothing is written
     */
    boolean moveOn(String source, String position, Map<String, String> states, Instant now) {
        return jdbc.sql("""
                        with leader as (
                          select from cluster_leader where namespace = 'hub' and fencing = :fencing for share
                        ), stood as (
                          insert into news_state (source, record, state)
                          select :source, record, state from leader, unnest(:records, :states) as seen (record, state)
                          on conflict (source, record) do update set state = excluded.state
                        ), moved as (
                          insert into news_position (source, position, updated_at)
                          select :source, :position, :now from leader
                          on conflict (source) do update set position = excluded.position, updated_at = excluded.updated_at
                          where news_position.position <> excluded.position
                        )
                        select exists (select from leader)
                        """)
                .param("fencing", begun.getOrDefault(source, FencingToken.NOT_LEADING))
                .param("source", source)
                .param("records", states.keySet().toArray(String[]::new))
                .param("states", states.values().toArray(String[]::new))
                .param("position", position)
                .param("now", utc(now))
                .query(Boolean.class)
                .single();
    }
}

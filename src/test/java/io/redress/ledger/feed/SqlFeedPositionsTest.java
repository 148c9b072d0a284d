package io.redress.ledger.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.channel.feed.FeedPosition;
import io.redress.testing.OwnDatabase;
import io.redress.testing.SetClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may move the position of a feed, and how long its items are remembered. */
class SqlFeedPositionsTest extends OwnDatabase {

    private static final Instant START = Instant.parse("2026-11-28T10:00:00Z");
    private static final String ITEM = UUID.randomUUID().toString();

    private final SetClock clock = new SetClock(START);
    private long token;
    private final SqlFeedPositions positions = new SqlFeedPositions(jdbc, () -> token, clock);

    @BeforeEach
    void empty() {
        jdbc.sql("truncate feed_position, feed_item").update();
        jdbc.sql("update cluster_leader set fencing = 7").update();
        token = 7;
    }

    @Test
    void a_node_that_no_longer_leads_moves_nothing() {
        FeedPosition first = positions.begin("shop", "now", START);
        jdbc.sql("update cluster_leader set fencing = 8").update();

        assertThat(positions.moved(at(first, "b"), List.of(ITEM))).isFalse();

        token = 8;
        assertThat(positions.begin("shop", "now", START.plusSeconds(60))).isEqualTo(first);
        assertThat(positions.seen("shop", List.of(ITEM))).isEmpty();
        assertThat(positions.moved(at(first, "b"), List.of(ITEM))).isTrue();
        assertThat(positions.begin("shop", "now", START).cursor()).isEqualTo("b");
    }

    @Test
    void an_item_is_remembered_for_a_month_from_when_it_was_seen_last() {
        FeedPosition first = positions.begin("shop", "now", START);
        positions.moved(first, List.of(ITEM));
        clock.pass(Duration.ofDays(29));
        positions.moved(first, List.of(ITEM));
        clock.pass(Duration.ofDays(29));
        positions.moved(first, List.of());
        assertThat(positions.seen("shop", List.of(ITEM))).containsExactly(ITEM);
        assertThat(positions.seen("other", List.of(ITEM))).isEmpty();

        clock.pass(Duration.ofDays(2));
        positions.moved(first, List.of());
        assertThat(positions.seen("shop", List.of(ITEM))).isEmpty();
    }

    private static FeedPosition at(FeedPosition first, String cursor) {
        return new FeedPosition(
                first.channel(),
                first.from(),
                first.start(),
                first.since(),
                first.newest(),
                first.passed(),
                cursor,
                1,
                "");
    }
}

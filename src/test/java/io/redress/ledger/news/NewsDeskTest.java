package io.redress.ledger.news;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.delivery.news.News;
import io.redress.delivery.news.Sighting;
import io.redress.ledger.news.NewsDesk.Unread;
import io.redress.lifecycle.TicketUpdate;
import io.redress.lifecycle.UpdateKind;
import io.redress.testing.OwnDatabase;
import io.redress.testing.SetClock;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NewsDeskTest extends OwnDatabase {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private final NewsDesk desk = desk();

    @Test
    void the_position_is_that_of_the_last_look_whose_news_were_sent() {
        assertThat(desk.position("a")).isEmpty();
        desk.taken("a", new News(List.of(), "7"));
        assertThat(desk().position("a")).isEqualTo("7");
        assertThat(desk().position("b")).isEmpty();
    }

    @Test
    void a_state_that_was_seen_is_no_news_even_after_a_restart_until_it_changes() {
        News done = look("c", "done", "1");
        assertThat(desk.fresh("c", done).updates()).hasSize(1);
        assertThat(desk.fresh("c", done).updates()).as("not sent yet").hasSize(1);
        desk.taken("c", done);
        assertThat(desk().fresh("c", look("c", "done", "2")).updates()).isEmpty();
        desk.taken("c", look("c", "draft", "3"));
        assertThat(desk().fresh("c", look("c", "done", "4")).updates())
                .as("decided again")
                .hasSize(1);
    }

    @Test
    void a_change_that_is_read_again_is_sent_once() {
        News change = look("d", null, "1");
        desk.taken("d", change);
        assertThat(desk.fresh("d", change).updates()).isEmpty();
        assertThat(desk.fresh("d", look("d", null, "2")).updates()).hasSize(1);
    }

    @Test
    void a_system_that_cannot_be_read_is_told_with_the_first_look_that_failed_until_it_is_read() {
        var clock = new SetClock(NOW);
        var looking = new NewsDesk(transaction, jdbc, clock);
        looking.unread("e", new IOException("refused"));
        clock.set(NOW.plusSeconds(60));
        looking.unread("e", new IOException("timed out"));
        assertThat(looking.unread())
                .containsExactly(Map.entry("e", new Unread("IOException: timed out", NOW, NOW.plusSeconds(60))));
        looking.taken("e", new News(List.of(), "1"));
        assertThat(looking.unread()).isEmpty();
    }

    @Test
    void a_system_that_is_no_longer_looked_at_is_forgotten() {
        var clock = new SetClock(NOW);
        var looking = new NewsDesk(transaction, jdbc, clock);
        looking.unread("f", new IOException("refused"));
        clock.set(NOW.plusSeconds(7_200));
        assertThat(looking.unread()).isEmpty();
    }

    private NewsDesk desk() {
        return new NewsDesk(transaction, jdbc, new SetClock(NOW));
    }

    private static News look(String source, String state, String id) {
        var update = TicketUpdate.of(source + id, "R-261122-7K9Q2M", UpdateKind.SOLVED, NOW, source, "done there");
        return new News(List.of(new Sighting("9", state, update)), id);
    }
}

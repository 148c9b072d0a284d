package io.redress.ledger.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.channel.chat.platform.ChatPull;
import io.redress.testing.OwnDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When messages that platforms keep are looked for. */
class SqlPullPositionsTest extends OwnDatabase {

    private final SqlPullPositions positions = new SqlPullPositions(jdbc);

    @BeforeEach
    void empty() {
        jdbc.sql("truncate chat_pull").update();
        notice("permit-1");
    }

    @Test
    void an_account_without_a_notice_is_looked_at_once_in_ten_minutes() {
        jdbc.sql(
                        "update chat_pull set wanted_at = wanted_at - interval '11 minutes', pulled_at = wanted_at - interval '11 minutes'")
                .update();

        ChatPull pull = claimed().get(0);
        assertThat(pull.noticeToken()).isEmpty();
        positions.moved(pull, "cursor-1", false);

        assertThat(claimed()).isEmpty();
    }

    @Test
    void a_notice_that_comes_during_a_fetch_is_followed_afterwards() {
        ChatPull pull = claimed().get(0);
        notice("permit-2");
        positions.moved(pull, "cursor-1", false);

        assertThat(claimed()).singleElement().satisfies(next -> {
            assertThat(next.cursor()).isEqualTo("cursor-1");
            assertThat(next.noticeToken()).isEqualTo("permit-2");
            positions.moved(next, "cursor-2", false);
        });
        assertThat(claimed()).isEmpty();
    }

    @Test
    void a_page_behind_which_there_are_more_is_followed_by_the_next() {
        positions.moved(claimed().get(0), "cursor-1", true);
        assertThat(claimed()).singleElement().extracting(ChatPull::cursor).isEqualTo("cursor-1");
    }

    @Test
    void a_hub_that_starts_looks_at_each_account_once_for_notices_may_have_been_lost_meanwhile() {
        positions.moved(claimed().get(0), "cursor-1", false);
        assertThat(claimed()).isEmpty();
        var restarted = new SqlPullPositions(jdbc);

        assertThat(restarted.claim(20)).singleElement().satisfies(pull -> restarted.moved(pull, "cursor-2", false));
        assertThat(restarted.claim(20)).isEmpty();
    }

    private void notice(String noticeToken) {
        positions.want("kf", "kf", "wk1", noticeToken, Duration.ofMinutes(2));
    }

    private List<ChatPull> claimed() {
        return positions.claim(20);
    }
}

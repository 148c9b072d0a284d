package io.redress.ledger.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.channel.chat.platform.ChatPull;
import io.redress.encryption.DataEncryption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is not a customer's silence: that the hub was down, and that a platform's messages are still to be fetched. */
class ConversationsWhileDownTest extends ConversationRows {

    /** What fetched messages may spend in the intake, as in claims. */
    private static final Duration INTAKE = Duration.ofSeconds(15);

    private final SqlPullPositions pulls = new SqlPullPositions(jdbc);

    @BeforeEach
    void noPulls() {
        jdbc.sql("truncate chat_pull").update();
        clock.set(Instant.now()); // pulls are stamped by the database
    }

    @Test
    void a_hub_that_was_down_for_hours_waits_a_quiet_time_for_the_rest_of_what_a_customer_wrote() {
        collect("m1", "li", "漏水", NOON);
        clock.pass(Duration.ofHours(3));
        restart();
        clock.pass(QUIET.minusSeconds(1));
        assertThat(conversations.claimQuiet(10)).isEmpty();
        collect("m2", "li", "很急", NOON.plusSeconds(1));
        clock.pass(QUIET.minusSeconds(1));
        assertThat(conversations.claimQuiet(10)).isEmpty();
        clock.pass(Duration.ofSeconds(1));

        assertThat(conversations.claimQuiet(10)).singleElement().satisfies(quiet -> assertThat(texts(quiet))
                .containsExactly("漏水", "很急"));
    }

    @Test
    void a_node_that_was_up_ends_conversations_though_another_one_has_just_been_started() {
        Conversations other = conversations;
        other.claimQuiet(10);
        collect("m1", "li", "漏水", NOON);
        clock.pass(QUIET);
        restart();

        assertThat(conversations.claimQuiet(10)).isEmpty();
        assertThat(other.claimQuiet(10)).hasSize(1);
    }

    @Test
    void a_conversation_with_its_last_allowed_message_waits_for_nothing() {
        restart();
        for (int n = 0; n < 5; n++) {
            collect("m" + n, "wk1/li", "喂", clock.instant());
        }
        notice("wk1");
        assertThat(conversations.claimQuiet(10)).hasSize(1);
    }

    @Test
    void a_conversation_goes_on_until_all_pages_of_its_account_are_fetched_and_went_through_the_intake() {
        collect("m1", "wk1/li", "漏水", NOON);
        notice("wk1");
        clock.pass(QUIET);
        assertThat(conversations.claimQuiet(10)).as("wanted").isEmpty();
        clock.pass(INTAKE);
        ChatPull pull = pulls.claim(1).get(0);
        assertThat(conversations.claimQuiet(10)).as("running").isEmpty();
        clock.pass(INTAKE);
        pulls.moved(pull, "2", true);
        assertThat(conversations.claimQuiet(10)).as("more pages").isEmpty();
        clock.pass(INTAKE);
        pulls.failed(pulls.claim(1).get(0));
        assertThat(conversations.claimQuiet(10)).as("failed").isEmpty();
        clock.pass(INTAKE.minusSeconds(1));
        pulls.moved(pull, "3", false);
        assertThat(conversations.claimQuiet(10)).as("in the intake").isEmpty();
        collect("m2", "wk1/li", "很急", NOON);
        clock.pass(QUIET);

        assertThat(conversations.claimQuiet(10)).singleElement().satisfies(quiet -> assertThat(texts(quiet))
                .containsExactlyInAnyOrder("漏水", "很急"));
    }

    @Test
    void a_look_without_a_notice_counts_as_a_fetch() {
        notice("wk1");
        pulls.moved(pulls.claim(1).get(0), "1", false);
        new SqlPullPositions(jdbc).claim(1);
        collect("m1", "wk1/li", "漏水", NOON);
        clock.pass(QUIET);

        assertThat(conversations.claimQuiet(10)).isEmpty();
    }

    @Test
    void neither_other_accounts_nor_other_channels_hold_a_conversation() {
        collect("m1", "wk1/li", "漏水", NOON);
        notice("wk2");
        notice("wk");
        pulls.want("kf", "kf", "wk1", "permit", QUIET);
        clock.pass(QUIET);

        assertThat(conversations.claimQuiet(10)).hasSize(1);
    }

    @Test
    void an_account_that_customers_write_to_without_a_pause_holds_nothing_once_it_was_asked_again() {
        collect("m1", "wk1/li", "漏水", NOON);
        notice("wk1");
        clock.pass(QUIET);
        assertThat(conversations.claimQuiet(10)).as("not asked yet").isEmpty();
        jdbc.sql("update chat_pull set pulled_at = :asked, wanted_at = :asked::timestamptz + interval '1 hour'")
                .param("asked", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        clock.pass(INTAKE);

        assertThat(conversations.claimQuiet(10)).hasSize(1);
    }

    @Test
    void a_platform_that_is_down_holds_a_conversation_for_ten_quiet_times_and_not_longer() {
        collect("m1", "wk1/li", "漏水", NOON);
        notice("wk1");
        Instant end = clock.instant().plus(QUIET.multipliedBy(10));
        while (clock.instant().isBefore(end)) {
            assertThat(conversations.claimQuiet(10)).isEmpty();
            clock.pass(INTAKE);
        }
        clock.pass(INTAKE);

        assertThat(conversations.claimQuiet(10)).singleElement().satisfies(quiet -> assertThat(texts(quiet))
                .containsExactly("漏水"));
    }

    @Test
    void after_an_outage_longer_than_ten_quiet_times_a_pull_still_finds_its_conversation_open() {
        collect("m1", "wk1/li", "漏水", NOON);
        notice("wk1");
        clock.pass(QUIET.multipliedBy(30));
        restart();
        clock.pass(QUIET.plusSeconds(5));
        assertThat(conversations.claimQuiet(10)).isEmpty();
        collect("m2", "wk1/li", "很急", NOON);
        clock.pass(QUIET.minusSeconds(1));
        pulls.moved(pulls.claim(1).get(0), "1", false);
        assertThat(conversations.claimQuiet(10)).isEmpty();
        clock.pass(Duration.ofSeconds(1));

        assertThat(conversations.claimQuiet(10)).singleElement().satisfies(quiet -> assertThat(texts(quiet))
                .hasSize(2));
    }

    @Test
    void a_conversation_that_was_claimed_before_a_crash_is_handed_off_after_its_lease_whatever_is_to_be_fetched() {
        collect("m1", "wk1/li", "漏水", NOON);
        clock.pass(QUIET);
        List<QuietConversation> claimed = conversations.claimQuiet(10);
        notice("wk1");
        clock.pass(limits.lease());
        restart();

        assertThat(conversations.claimQuiet(10)).isEqualTo(claimed).hasSize(1);
    }

    private void restart() {
        conversations = new Conversations(jdbc, limits, DataEncryption.none(), clock);
        conversations.claimQuiet(0);
    }

    private void notice(String account) {
        pulls.want("wecom", "kf", account, "permit", QUIET);
    }
}

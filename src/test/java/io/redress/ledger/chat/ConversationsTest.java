package io.redress.ledger.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import io.redress.encryption.DataEncryption;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConversationsTest extends ConversationRows {

    @Test
    void messages_within_the_quiet_time_become_one_conversation_in_the_order_of_their_sending() throws IOException {
        collect("m2", "li", "而且没人回我", NOON.minusSeconds(10));
        clock.pass(Duration.ofSeconds(90));
        collect("m1", "li", "水管漏水", NOON.minusSeconds(30));
        collect("m3", "wang", "发票呢", NOON);
        clock.pass(Duration.ofSeconds(119));
        assertThat(conversations.claimQuiet(10)).isEmpty();

        clock.pass(Duration.ofSeconds(1));
        List<QuietConversation> quiet = conversations.claimQuiet(10);

        assertThat(quiet).hasSize(2).extracting(QuietConversation::channel).containsOnly("wecom");
        assertThat(quiet).extracting(this::texts).containsExactlyInAnyOrder(List.of("水管漏水", "而且没人回我"), List.of("发票呢"));
    }

    @Test
    void messages_of_one_second_stand_in_the_order_of_their_hand_off_whichever_was_worked_on_first() {
        String first = UuidCreator.getTimeOrderedEpoch().toString();
        String second = UuidCreator.getTimeOrderedEpoch().toString();
        collect(second, "m2", "li", "昨天开始不制冷了", NOON);
        collect(first, "m1", "li", "你好，我上周买的空调", NOON);
        clock.pass(QUIET);

        assertThat(conversations.claimQuiet(10)).singleElement().satisfies(quiet -> assertThat(texts(quiet))
                .containsExactly("你好，我上周买的空调", "昨天开始不制冷了"));
    }

    @Test
    void the_same_message_again_changes_nothing_not_even_the_waiting() {
        String item = UUID.randomUUID().toString();
        collect(item, "m1", "li", "漏水", NOON);
        clock.pass(QUIET.minusSeconds(1));
        collect(item, "m1", "li", "漏水", NOON);
        collect(UUID.randomUUID().toString(), "m1", "li", "漏水", NOON);
        clock.pass(Duration.ofSeconds(1));

        assertThat(conversations.claimQuiet(10)).singleElement().satisfies(quiet -> assertThat(texts(quiet))
                .containsExactly("漏水"));
    }

    @Test
    void a_repeat_after_the_hand_off_opens_no_empty_conversation() {
        collect("m1", "li", "漏水", NOON);
        clock.pass(QUIET);
        conversations.claimQuiet(10).forEach(quiet -> conversations.handedOff(quiet.id()));
        collect("m1", "li", "漏水", NOON);
        clock.pass(QUIET.multipliedBy(20));

        assertThat(conversations.claimQuiet(10)).isEmpty();
        assertThat(count("conversation")).isEqualTo(1);
    }

    @Test
    void a_message_after_the_claim_begins_a_new_conversation() {
        collect("m1", "li", "漏水", NOON);
        clock.pass(QUIET);
        QuietConversation first = conversations.claimQuiet(10).get(0);
        collect("m2", "li", "还在漏", clock.instant());
        conversations.handedOff(first.id());
        clock.pass(QUIET);

        QuietConversation second = conversations.claimQuiet(10).get(0);
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(texts(first)).containsExactly("漏水");
        assertThat(texts(second)).containsExactly("还在漏");
    }

    @Test
    void who_never_stops_writing_is_heard_after_ten_quiet_times() {
        Instant end = NOON.plus(QUIET.multipliedBy(10));
        conversations = new Conversations(
                jdbc, new ConversationLimits(10, 1_000, Duration.ofMinutes(1)), DataEncryption.none(), clock);
        int n = 0;
        while (clock.instant().isBefore(end)) {
            assertThat(conversations.claimQuiet(10)).isEmpty();
            collect("m" + n++, "li", "喂", clock.instant());
            clock.pass(QUIET.dividedBy(2));
        }
        assertThat(conversations.claimQuiet(10)).singleElement().satisfies(quiet -> assertThat(texts(quiet))
                .hasSize(20));
    }

    @Test
    void a_conversation_is_over_with_its_last_allowed_message() {
        for (int n = 0; n < 5; n++) {
            assertThat(conversations.claimQuiet(10)).isEmpty();
            collect("m" + n, "li", "喂", clock.instant());
        }
        assertThat(conversations.claimQuiet(10)).hasSize(1);
    }

    @Test
    void a_crash_before_the_mark_gives_the_same_conversation_again_after_the_lease() {
        collect("m1", "li", "漏水", NOON);
        clock.pass(QUIET);
        QuietConversation claimed = conversations.claimQuiet(10).get(0);
        byte[] transcript = conversations.transcript(claimed.id());

        var restarted = new Conversations(jdbc, limits, DataEncryption.none(), clock);
        assertThat(restarted.claimQuiet(10)).as("leased").isEmpty();
        clock.pass(limits.lease());
        assertThat(restarted.claimQuiet(10)).containsExactly(claimed);
        assertThat(restarted.transcript(claimed.id())).isEqualTo(transcript);

        restarted.handedOff(claimed.id());
        clock.pass(limits.lease().multipliedBy(5));
        assertThat(restarted.claimQuiet(10)).isEmpty();
    }

    @Test
    void a_ticket_names_the_items_that_were_its_messages_and_takes_over_their_content() {
        String item = UUID.randomUUID().toString();
        String other = UUID.randomUUID().toString();
        item(item);
        item(other);
        collect(item, "m1", "li", "漏水", NOON);
        collect(other, "m2", "wang", "发票", NOON);
        clock.pass(QUIET);
        QuietConversation li = conversations.claimQuiet(10).stream()
                .filter(quiet -> texts(quiet).contains("漏水"))
                .findFirst()
                .orElseThrow();

        transaction.executeWithoutResult(any -> conversations.ticketed(li.id(), "R-261122-ABCDEF"));

        assertThat(state(item)).isEqualTo("aggregated R-261122-ABCDEF");
        assertThat(state(other)).isEqualTo("collecting null");
        assertThat(jdbc.sql("select count(*) from conversation_message where message is null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private void item(String id) {
        jdbc.sql("""
                insert into item (id, number, channel, format, received_at, state, reason, attributes, original_size,
                                  updated_at)
                values (?, 'R-1', 'wecom', 'wecom', now(), 'collecting', 'waits', '{}', 0, now())
                """).param(UUID.fromString(id)).update();
    }

    private String state(String id) {
        return jdbc.sql("select state || ' ' || coalesce(ticket_number, 'null') from item where id = ?")
                .param(UUID.fromString(id))
                .query(String.class)
                .single();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }
}

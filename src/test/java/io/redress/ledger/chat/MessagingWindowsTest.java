package io.redress.ledger.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.channel.chat.platform.Platforms;
import io.redress.channel.chat.platform.window.MessagingWindows;
import io.redress.ledger.due.DueWork;
import io.redress.reply.outgoing.MessageWork;
import io.redress.testing.OwnDatabase;
import io.redress.testing.SetClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Until when the shipped platforms take messages to a customer. */
class MessagingWindowsTest extends OwnDatabase {

    private static final String TICKET = "R-261128-7K9Q2M";
    private static final String WHATSAPP = "whatsapp:P1/8613800138000";
    private static final String KF = "kf:wk1/wm1";

    private final SetClock clock = new SetClock(Instant.parse("2026-11-28T08:00:00Z"));
    private final DueWork due = new DueWork(jdbc, clock);
    private final SqlChatContacts contacts = new SqlChatContacts(jdbc);
    private final Map<String, String> settings = new HashMap<>();
    private final MessagingWindows windows = new MessagingWindows(
            Platforms.read(Platforms.folder(Path.of("config"))), settings::get, contacts, due, clock);

    @BeforeEach
    void a_ticket_is_open() {
        jdbc.sql("truncate due_work, ticket, chat_contact cascade").update();
        jdbc.sql("""
                insert into ticket (number, item_id, received_at, channel, kind, category, priority, status, review, owner,
                                    first_response_due, resolution_due, document, updated_at, status_since)
                values (?, gen_random_uuid(), now(), 'kf', 'chat', 'other', 'normal', 'received', false, 'desk',
                        now(), now(), '{}', now(), now())
                """).param(TICKET).update();
    }

    @Test
    void a_window_closes_so_long_after_the_customer_s_last_message_and_opens_with_the_next() {
        contacts.heard(WHATSAPP, "whatsapp", clock.instant());
        clock.pass(Duration.ofHours(24));
        assertThat(windows.closed(WHATSAPP)).isEmpty();
        clock.pass(Duration.ofMillis(1));
        assertThat(windows.closed(WHATSAPP))
                .contains("the platform takes messages only within 24 hours of the customer's last one");

        contacts.heard(WHATSAPP, "whatsapp", clock.instant());
        assertThat(windows.closed(WHATSAPP)).isEmpty();
    }

    @Test
    void a_message_that_comes_late_does_not_close_what_a_later_one_opened() {
        contacts.heard(WHATSAPP, "whatsapp", clock.instant());
        contacts.heard(WHATSAPP, "whatsapp", clock.instant().minus(Duration.ofDays(2)));
        assertThat(windows.closed(WHATSAPP)).isEmpty();
    }

    @Test
    void after_so_many_messages_it_is_closed_until_the_customer_writes_again() {
        contacts.heard(KF, "kf", clock.instant());
        for (int i = 0; i < 5; i++) {
            assertThat(windows.closed(KF)).as("message %s", i).isEmpty();
            clock.pass(Duration.ofMinutes(1));
            send(i == 0 ? MessageWork.ACKNOWLEDGEMENT : MessageWork.MESSAGE, "sent " + i);
        }
        assertThat(windows.closed(KF)).contains("the platform takes only 5 messages after each of the customer's");

        clock.pass(Duration.ofMinutes(1));
        contacts.heard(KF, "kf", clock.instant());
        assertThat(windows.closed(KF)).isEmpty();
    }

    @Test
    void without_a_rule_or_without_knowing_the_customer_it_is_open() {
        contacts.heard("line:U1", "line", clock.instant());
        clock.pass(Duration.ofDays(99));
        assertThat(windows.closed("line:U1")).isEmpty();
        assertThat(windows.closed("whatsapp:P1/nobody")).isEmpty();
    }

    @Test
    void a_customer_whose_platform_s_file_was_taken_away_can_be_written_to_as_far_as_anybody_knows() {
        contacts.heard("parcelchat:c-7", "parcelchat", clock.instant());
        assertThat(windows.closed("parcelchat:c-7")).isEmpty();
        assertThat(windows.hasTemplate("parcelchat", "parcelchat:c-7")).isFalse();
    }

    @Test
    void there_is_a_template_where_the_platform_has_one_and_the_channel_names_it() {
        contacts.heard(WHATSAPP, "whatsapp", clock.instant());
        contacts.heard(KF, "kf", clock.instant());
        assertThat(windows.hasTemplate("whatsapp", WHATSAPP)).isFalse();

        settings.put("whatsapp.access-token", "t");
        settings.put("whatsapp.template", " ");
        assertThat(windows.hasTemplate("whatsapp", WHATSAPP)).isFalse();
        settings.put("whatsapp.template", "complaint_news");
        assertThat(windows.hasTemplate("whatsapp", WHATSAPP)).isTrue();
        assertThat(windows.hasTemplate("whatsapp-2", WHATSAPP)).isFalse();
        assertThat(windows.hasTemplate("kf", KF)).isFalse();
    }

    private void send(String kind, String key) {
        due.plan(kind, TICKET, key, clock.instant(), "");
        due.done(due.claimMessages(9).get(0), KF);
    }
}

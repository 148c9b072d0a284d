package io.redress.intake.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.intake.ItemState;
import io.redress.intake.RawMessage;
import io.redress.intake.Refusal;
import io.redress.intake.SenderVerification;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ItemRecorderTest extends RecordingMemory {

    @Test
    void a_new_complaint_opens_its_ticket_in_one_transaction() {
        RecordedItem recorded = record(form("1"), complaint("web-form", "k", SenderVerification.UNPROVED, "the door"));

        assertThat(recorded.state()).isEqualTo(ItemState.TICKETED);
        assertThat(recorded.ticket().number()).isEqualTo(NEW);
        assertThat(done).containsExactly("opened " + NEW + " as []");
        assertThat(transactions).isEqualTo(1);
    }

    @Test
    void a_redelivery_gets_the_same_answer_with_the_ticket_to_dispatch_and_opens_nothing() {
        RecordedItem first = record(form("1"), complaint("web-form", "k", SenderVerification.UNPROVED, "the door"));
        done.clear();

        RecordedItem again = record(form("1"), complaint("web-form", "k", SenderVerification.UNPROVED, "the door"));

        assertThat(again).isEqualTo(first);
        assertThat(done).isEmpty();
    }

    @Test
    void the_same_source_key_under_another_id_is_a_duplicate_of_the_first_ticket() {
        record(form("1"), complaint("web-form", "k", SenderVerification.UNPROVED, "the door"));

        RecordedItem again = record(form("2"), complaint("web-form", "k", SenderVerification.UNPROVED, "the door"));

        assertThat(again.state()).isEqualTo(ItemState.DUPLICATE);
        assertThat(again.ticketNumber()).isEqualTo(NEW);
        assertThat(again.reason()).isEqualTo("the channel brought the same before, as item 1");
        assertThat(again.ticket()).isNull();
    }

    @Test
    void the_same_by_another_channel_is_said_in_the_ticket_s_history() {
        record(raw("1", "inbox-a", "email"), complaint("email", "m@x", SenderVerification.PROVED, "the door"));

        record(raw("2", "inbox-b", "email"), complaint("email", "m@x", SenderVerification.PROVED, "the door"));

        assertThat(done).contains(NEW + " also received: through channel inbox-b");
    }

    @Test
    void an_item_that_broke_the_hub_keeps_an_end_that_it_had() {
        record(form("1"), complaint("web-form", "k", SenderVerification.UNPROVED, "the door"));

        assertThat(recorder.fail(form("1"), "a bug").state()).isEqualTo(ItemState.TICKETED);
        assertThat(recorder.fail(form("2"), "a bug").state()).isEqualTo(ItemState.FAILED);
    }

    @Test
    void an_item_that_failed_and_comes_again_is_decided_again() {
        recorder.fail(form("1"), "a bug");

        RecordedItem again = record(form("1"), complaint("web-form", "k", SenderVerification.UNPROVED, "the door"));

        assertThat(again.state()).isEqualTo(ItemState.TICKETED);
        assertThat(again.ticket()).isNotNull();
    }

    @Test
    void history_of_another_system_is_kept_closed_and_dispatched_to_nobody() {
        RecordedItem recorded =
                record(form("1"), history(complaint("web-form", "k", SenderVerification.UNPROVED, "the door", KNOWN)));

        assertThat(recorded.state()).isEqualTo(ItemState.IMPORTED);
        assertThat(recorded.ticket()).isNull();
        assertThat(done).containsExactly("kept " + NEW + " closed " + NOW);
    }

    @Test
    void a_machine_s_mail_is_recorded_as_what_it_is_and_noted_at_the_ticket_that_it_answers() {
        String own = "<" + KNOWN + "." + ids.signed(KNOWN, "ack") + "@redress.test>";
        var bounce = new Refusal(ItemState.BOUNCE, "it could not be delivered", "b", List.of(own));

        RecordedItem recorded = record(raw("1", "inbox", "email"), bounce);

        assertThat(recorded.state()).isEqualTo(ItemState.BOUNCE);
        assertThat(recorded.ticketNumber()).isEqualTo(KNOWN);
        assertThat(done).containsExactly(KNOWN + " bounce: it could not be delivered");
        assertThat(record(raw("2", "inbox", "email"), bounce).state()).isEqualTo(ItemState.DUPLICATE);
    }

    @Test
    void what_is_invalid_may_come_again_mended() {
        var invalid = new Refusal(ItemState.INVALID, "no text", "k", List.of());
        record(form("1"), invalid);

        assertThat(record(form("2"), invalid).state()).isEqualTo(ItemState.INVALID);
    }

    @Test
    void a_chat_message_is_collected_until_the_customer_is_quiet() {
        RecordedItem recorded = record(raw("1", "chat", "chat-message"), chat("c-1"));

        assertThat(recorded.state()).isEqualTo(ItemState.COLLECTING);
        assertThat(recorded.reason()).contains(Duration.ofMinutes(5).toString());
        assertThat(done).containsExactly("collected c-1");
    }

    @Test
    void a_repeat_of_a_chat_message_is_not_a_sign_of_life_of_its_customer() {
        record(raw("1", "chat", "chat-message"), chat("c-1"));
        record(raw("2", "chat", "chat-message"), chat("c-1"));

        assertThat(heard).containsExactly("wecom:li");
    }

    @Test
    void a_conversation_that_becomes_a_ticket_takes_its_messages_along() {
        record(
                raw("1", "chat", ChatCollector.FORMAT),
                complaint("chat", "talk", SenderVerification.PROVED, "the door"));

        assertThat(done).containsExactly("opened " + NEW + " as []", "conversation became " + NEW);
    }

    @Test
    void an_arrival_that_overtook_its_ticket_waits_and_is_judged_again() {
        RawMessage raw = form("1");
        waiting.number = "R-260701-7K9Q2X";
        var complaint = complaint("web-form", "k", SenderVerification.UNPROVED, "again", "R-260701-7K9Q2X");
        assertThat(record(raw, complaint).state()).isEqualTo(ItemState.WAITING);

        waiting.number = null;
        assertThat(record(raw, complaint).state()).isEqualTo(ItemState.TICKETED);

        assertThat(done).containsExactly("waits", "opened " + NEW + " as []", "waits no longer");
    }
}

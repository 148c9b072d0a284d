package io.redress.intake.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.intake.CanonicalComplaint;
import io.redress.intake.ItemState;
import io.redress.intake.RawMessage;
import io.redress.intake.SenderVerification;
import io.redress.lifecycle.TicketStatus;
import io.redress.lifecycle.UpdateKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class FollowUpServiceTest extends RecordingMemory {

    private static final RawMessage MAIL_ITEM = raw("1", "inbox", "email");

    @Test
    void a_contact_of_the_ticket_who_names_it_follows_it_up() {
        RecordedItem recorded = record(form("1"), named(SenderVerification.UNPROVED, "still broken"));

        assertThat(recorded.state()).isEqualTo(ItemState.FOLLOW_UP);
        assertThat(recorded.ticketNumber()).isEqualTo(KNOWN);
        assertThat(recorded.reason()).isEqualTo("refers to ticket " + KNOWN + ", by a named contact");
        assertThat(done).contains("delivered to targets of " + KNOWN).noneMatch(line -> line.startsWith("opened"));
    }

    @Test
    void anybody_else_s_number_is_a_mention_in_both_histories_and_a_ticket_of_its_own() {
        var stranger = new CanonicalComplaint(
                "web-form",
                "k",
                customer("mallory@example.com"),
                named(SenderVerification.UNPROVED, "x").product(),
                named(SenderVerification.UNPROVED, "x").complaint(),
                List.of(),
                List.of(KNOWN),
                List.of(),
                true,
                SenderVerification.UNPROVED);

        RecordedItem recorded = record(form("1"), stranger);

        assertThat(recorded.ticketNumber()).isEqualTo(NEW);
        assertThat(recorded.ticket().history()).singleElement().satisfies(event -> {
            assertThat(event.what()).isEqualTo("mentions");
            assertThat(event.why()).isEqualTo(KNOWN);
        });
        assertThat(done)
                .containsExactly(
                        "opened " + NEW + " as []", KNOWN + " mentioned by: " + NEW + ", through channel form");
    }

    @Test
    void a_forged_mail_follows_nothing_and_is_found_by_nobody_s_answers() {
        record(MAIL_ITEM, mail(SenderVerification.FAILED, "<opening@example.com>"));

        assertThat(done)
                .containsExactly(
                        "opened " + NEW + " as []", KNOWN + " mentioned by: " + NEW + ", through channel inbox");
    }

    @Test
    void mails_of_one_thread_are_decided_one_after_the_other() {
        record(MAIL_ITEM, mail(SenderVerification.PROVED, "<other@example.com>"));

        assertThat(done).first().isEqualTo("one at a time: [<m@x>, <other@example.com>]");
    }

    @Test
    void a_customer_who_was_waited_for_lets_the_work_go_on() {
        tickets.status = TicketStatus.AWAITING_CUSTOMER;

        record(form("1"), named(SenderVerification.UNPROVED, "here is the number"));

        assertThat(updates).singleElement().satisfies(update -> {
            assertThat(update.kind()).isEqualTo(UpdateKind.IN_PROGRESS);
            assertThat(update.id()).isEqualTo("item 1");
        });
    }

    @Test
    void a_verified_customer_who_is_not_content_reopens_a_solved_ticket() {
        tickets.status = TicketStatus.SOLVED;

        record(MAIL_ITEM, mail(SenderVerification.PROVED, "<opening@example.com>"));

        assertThat(updates).singleElement().satisfies(update -> assertThat(update.kind())
                .isEqualTo(UpdateKind.REOPENED));
        assertThat(done).contains("status link of " + KNOWN);
    }

    @Test
    void a_named_contact_reopens_nothing_and_staff_decide() {
        tickets.status = TicketStatus.SOLVED;

        record(form("1"), named(SenderVerification.UNPROVED, "still broken"));

        assertThat(updates).isEmpty();
        assertThat(done)
                .contains("review of " + KNOWN, "escalations told: wrote-again")
                .doesNotContain("status link of " + KNOWN);
    }

    @Test
    void mere_thanks_reopen_nothing() {
        tickets.status = TicketStatus.SOLVED;

        record(form("1"), named(SenderVerification.UNPROVED, "Thank you!"));

        assertThat(updates).isEmpty();
        assertThat(done).contains(KNOWN + " thanked: it stays solved").doesNotContain("review of " + KNOWN);
    }

    private static CanonicalComplaint named(SenderVerification proof, String text) {
        return complaint("web-form", "k", proof, text, KNOWN);
    }

    private static CanonicalComplaint mail(SenderVerification proof, String answers) {
        return complaint("email", "m@x", proof, "still broken", answers);
    }
}

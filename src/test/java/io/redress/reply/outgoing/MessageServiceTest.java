package io.redress.reply.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.due.DueOrder;
import io.redress.intake.SenderVerification;
import io.redress.reply.MailLimits.Limit;
import io.redress.reply.Reply;
import io.redress.reply.ReplyRefused;
import io.redress.reply.ReplyUnsupported;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageServiceTest extends MessageMemory {

    private static final DueOrder ACKNOWLEDGEMENT = order(MessageWork.ACKNOWLEDGEMENT);
    private static final DueOrder MESSAGE = order(MessageWork.MESSAGE);

    @Test
    void who_was_proved_is_acknowledged_whatever_limits_strangers_reach() {
        strangers.reached = Limit.TOTAL;

        assertThat(messages.reply(ACKNOWLEDGEMENT).recipient()).isEqualTo("li@example.com");
        assertThat(strangers.asked).isEmpty();
    }

    @Test
    void whom_nothing_proved_is_acknowledged_within_the_limits_of_strangers() {
        tickets.proof = SenderVerification.UNPROVED;
        assertThat(messages.reply(ACKNOWLEDGEMENT).recipient()).isEqualTo("li@example.com");
        assertThat(strangers.asked).containsExactly("li@example.com from source");

        strangers.reached = Limit.DOMAIN;
        assertThat(messages.reply(ACKNOWLEDGEMENT).none()).isEqualTo(Limit.DOMAIN.words());

        strangers.limited = false;
        assertThat(messages.reply(ACKNOWLEDGEMENT).none()).isNull();
    }

    @Test
    void an_answer_to_another_address_than_the_proved_one_is_a_stranger_s() {
        tickets.comeBy("email", List.of("reply-to@example.com", "li@example.com"), List.of());

        messages.reply(ACKNOWLEDGEMENT);

        assertThat(strangers.asked).hasSize(1);
    }

    @Test
    void more_acknowledgements_in_an_hour_would_be_a_loop() {
        work.before = PER_HOUR - 1;
        assertThat(messages.reply(ACKNOWLEDGEMENT).none()).isNull();

        work.before = PER_HOUR;
        assertThat(messages.reply(ACKNOWLEDGEMENT).none())
                .isEqualTo("the recipient got " + PER_HOUR + " acknowledgements within the hour");
    }

    @Test
    void a_forged_sender_is_not_written_to() {
        tickets.proof = SenderVerification.FAILED;

        assertThat(messages.reply(ACKNOWLEDGEMENT).none()).contains("forged");
        assertThat(messages.reply(MESSAGE).none()).contains("forged");
    }

    @Test
    void a_chat_is_answered_by_the_same_platform() {
        tickets.comeBy("chat", List.of("li@example.com"), List.of("wecom:li"));

        Reply reply = messages.reply(ACKNOWLEDGEMENT);

        assertThat(reply.recipient()).isEqualTo("wecom:li");
        assertThat(reply.platform()).isEqualTo("wecom");
        assertThat(reply.mail()).isNull();
    }

    @Test
    void without_an_address_or_identity_nothing_goes_out() {
        tickets.comeBy("web-form", List.of(), List.of());
        assertThat(messages.reply(ACKNOWLEDGEMENT).none())
                .isEqualTo("the ticket has no e-mail address that can be written to");

        tickets.comeBy("chat", List.of("li@example.com"), List.of());
        assertThat(messages.reply(ACKNOWLEDGEMENT).none()).isEqualTo("the chat gave no identity to answer to");
    }

    @Test
    void news_beyond_the_day_s_limit_are_held_back_and_somebody_hears_of_it() {
        work.before = PER_DAY - 1;
        assertThat(messages.reply(MESSAGE).recipient()).isEqualTo("li@example.com");

        work.before = PER_DAY;
        assertThat(messages.reply(MESSAGE).none()).isEqualTo(Limit.TICKET.words());
        assertThat(heldBack).containsExactly(Limit.TICKET);
    }

    @Test
    void the_same_message_has_the_same_id_whenever_it_is_tried() {
        String first = messages.reply(MESSAGE).mail().messageId();
        clock.set(NOW.plusSeconds(60));

        assertThat(messages.reply(MESSAGE).mail().messageId()).isEqualTo(first).startsWith("<" + TICKET + ".");
    }

    @Test
    void staff_are_written_to_at_the_address_that_was_planned() {
        assertThat(messages.reply(toStaff("anna@example.com")).recipient()).isEqualTo("anna@example.com");
        assertThat(messages.reply(toStaff("no address at all")).none()).isEqualTo("the address of the role is none");
    }

    @Test
    void what_went_out_is_done_and_the_history_says_which_message_it_was() {
        messages.sent(ACKNOWLEDGEMENT, messages.reply(ACKNOWLEDGEMENT));
        messages.sent(MESSAGE, messages.reply(MESSAGE));
        messages.sent(toStaff("anna@example.com"), messages.reply(toStaff("anna@example.com")));

        assertThat(work.calls)
                .containsExactly("done for li@example.com", "done for li@example.com", "done for anna@example.com");
        assertThat(history)
                .containsExactly(
                        "acknowledged: through channel inbox",
                        "sent to customer: update: through channel inbox",
                        "sent to staff: escalation: through channel staff");
    }

    @Test
    void what_is_not_to_go_out_is_skipped_and_the_history_says_why() {
        messages.sent(MESSAGE, Reply.none("inbox", "no address"));

        assertThat(work.calls).containsExactly("skipped: no address");
        assertThat(history).containsExactly("message skipped: no address");
    }

    @Test
    void what_was_refused_is_given_up() {
        messages.failed(MESSAGE, new IllegalStateException(new ReplyRefused("550 no such user")));

        assertThat(work.calls).containsExactly("skipped: refused: 550 no such user");
    }

    @Test
    void a_channel_that_leads_no_way_back_is_no_refusal() {
        messages.failed(MESSAGE, new ReplyUnsupported("the channel cannot be answered"));

        assertThat(work.calls).containsExactly("skipped: the channel cannot be answered");
    }

    @Test
    void what_failed_is_tried_again_and_nothing_of_the_message_is_kept() {
        messages.failed(MESSAGE, new UnknownHostException("smtp.example.com"));
        messages.failed(MESSAGE, new IllegalStateException("Li, It does not close."));

        assertThat(work.calls)
                .containsExactly(
                        "failed: UnknownHostException: smtp.example.com", "failed: java.lang.IllegalStateException");
        assertThat(history).isEmpty();
    }

    private static DueOrder toStaff(String address) {
        return new DueOrder(
                "0b8e4b0e-9d5c-4a7e-8f6a-2b1c4d5e6f70", MessageWork.STAFF_MAIL, TICKET, address, "token", 1);
    }
}

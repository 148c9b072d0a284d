package io.redress.reply.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.due.DueOrder;
import io.redress.intake.SenderVerification;
import io.redress.reply.MailLimits.Limit;
import io.redress.reply.Reply;
import io.redress.reply.SentMessage;
import io.redress.reply.receipt.DeliveryReceipt;
import io.redress.reply.receipt.ReceiptState;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmsWayTest extends MessageMemory {

    private static final String PHONE = "+8613800138000";
    private static final DueOrder MESSAGE = order(MessageWork.MESSAGE);
    private static final DueOrder BY_SMS = by(MessageWork.MESSAGE);

    @BeforeEach
    void a_customer_wrote_on_a_chat_and_has_a_phone_and_an_address() {
        tickets.comeBy("chat", List.of(PHONE), List.of("li@example.com"), List.of("line:U1"));
    }

    private static DueOrder by(String kind) {
        return new DueOrder(MESSAGE.id(), kind, TICKET, "by=sms;", "token", 1);
    }

    @Test
    void a_text_message_has_the_facts_that_approved_wordings_ask_for_and_nothing_that_was_written() {
        Reply reply = messages.reply(by(MessageWork.ACKNOWLEDGEMENT));

        assertThat(reply.recipient()).isEqualTo("sms:" + PHONE);
        assertThat(reply.chat().facts())
                .containsEntry("message", "acknowledgement")
                .containsEntry("ticket", TICKET)
                .hasEntrySatisfying("link", link -> assertThat(link).startsWith("https://help.example.com/tickets/"))
                .hasEntrySatisfying("link-path", path -> assertThat(path).startsWith("tickets/" + TICKET + "?token="));
        assertThat(reply.chat().text() + reply.chat().facts()).doesNotContain("It does not close");
    }

    @Test
    void who_wants_no_text_messages_gets_none_and_the_next_way_is_taken() {
        optOuts.out.add(PHONE);

        messages.sent(BY_SMS, messages.reply(BY_SMS));

        assertThat(history)
                .containsExactly(
                        "message skipped: the owner of the number wants no text messages; it goes by mail instead");
        assertThat(work.calls).contains("planned again by mail: by=mail;");
    }

    @Test
    void who_wrote_a_text_message_and_then_wants_none_is_not_answered_by_one() {
        tickets.comeBy("chat", List.of(PHONE), List.of(), List.of("sms:" + PHONE));
        tickets.proof = SenderVerification.UNPROVED;
        assertThat(messages.reply(MESSAGE).recipient()).isEqualTo("sms:" + PHONE);

        optOuts.out.add(PHONE);

        assertThat(messages.reply(MESSAGE).none()).contains("wants no text messages");
    }

    @Test
    void one_number_gets_so_many_in_a_day_and_what_is_more_goes_by_no_other_way_either() {
        work.before = 3;

        messages.sent(BY_SMS, messages.reply(BY_SMS));

        assertThat(heldBack).containsExactly(Limit.SMS_NUMBER);
        assertThat(work.calls).containsExactly("skipped: " + Limit.SMS_NUMBER.words());
    }

    @Test
    void the_hub_sends_so_many_in_an_hour_and_what_is_more_goes_by_the_next_way() {
        sent.inTheHour = 200;

        messages.sent(BY_SMS, messages.reply(BY_SMS));

        assertThat(heldBack).containsExactly(Limit.SMS_HOUR);
        assertThat(work.calls).contains("planned again by mail: by=mail;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+862154321098", "+12025550123", "10086", "+8621543210;ext=12"})
    void a_number_of_a_land_line_or_of_a_country_that_is_not_listed_gets_none(String phone) {
        tickets.comeBy("chat", List.of(phone), List.of("li@example.com"), List.of("line:U1"));
        windows.closed = Optional.of("closed");

        messages.sent(MESSAGE, messages.reply(MESSAGE));

        assertThat(work.calls).contains("planned again by mail: by=mail;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"web-form", "call-center"})
    void who_gave_a_phone_number_and_no_address_is_acknowledged_by_a_text_message(String kind) {
        tickets.comeBy(kind, List.of(PHONE), List.of(), List.of());
        DueOrder acknowledgement = order(MessageWork.ACKNOWLEDGEMENT);

        messages.sent(acknowledgement, messages.reply(acknowledgement));

        assertThat(work.calls).contains("planned again by sms: by=sms;");
        assertThat(messages.reply(by(MessageWork.ACKNOWLEDGEMENT)).recipient()).isEqualTo("sms:" + PHONE);
    }

    @Test
    void but_not_where_the_rules_do_not_want_it_or_name_no_channel() {
        tickets.comeBy("web-form", List.of(PHONE), List.of(), List.of());

        rules = new ReplyRules(List.of(), Optional.of("sms"), new SmsLimits(List.of("+86"), false, 5, 200));
        messages.sent(MESSAGE, messages.reply(MESSAGE));
        rules = rules(List.of(), Optional.empty());
        messages.sent(MESSAGE, messages.reply(MESSAGE));

        assertThat(work.calls).hasSize(2).allMatch(call -> call.startsWith("skipped: "));
    }

    @Test
    void the_history_says_how_many_text_messages_a_message_took() {
        messages.settle(BY_SMS, messages.reply(BY_SMS), new SentMessage("SM1", 2));

        assertThat(history).containsExactly("sent to customer: update: through channel sms, 2 text messages");
        assertThat(sent.noted).containsExactly("2 segments", "sms SM1");
    }

    @Test
    void a_message_that_will_never_get_there_goes_by_the_next_way() {
        receipts.received(BY_SMS, "sms", new DeliveryReceipt("SM1", ReceiptState.FAILED, "30003"));

        assertThat(work.calls).containsExactly("planned again by mail: by=mail;");
        assertThat(history).containsExactly("not delivered: through channel sms, code 30003; it goes by mail instead");
    }

    @Test
    void a_receipt_that_came_before_the_answer_counts_too() {
        sent.early = new DeliveryReceipt("SM1", ReceiptState.DELIVERED, null);

        messages.settle(BY_SMS, messages.reply(BY_SMS), new SentMessage("SM1", 1));

        assertThat(history)
                .containsExactly(
                        "sent to customer: update: through channel sms, 1 text message",
                        "delivered: through channel sms");
    }
}

package io.redress.reply.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.due.DueOrder;
import io.redress.reply.MailLimits.Limit;
import io.redress.reply.Reply;
import io.redress.reply.ReplyDelayed;
import io.redress.reply.ReplyRefused;
import io.redress.reply.ReplyUnsupported;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers to a customer of a chat who cannot be answered there any more. */
class OtherWayTest extends MessageMemory {

    private static final String CLOSED = "the window of 24 hours is closed";
    private static final DueOrder MESSAGE = order(MessageWork.MESSAGE);

    @BeforeEach
    void a_customer_wrote_on_a_chat() {
        tickets.comeBy("chat", List.of("+8613800138000"), List.of("li@example.com"), List.of("whatsapp:P1/86138"));
    }

    @Test
    void while_the_window_is_open_an_answer_goes_by_the_chat() {
        windows.template = true;

        Reply reply = messages.reply(MESSAGE);

        assertThat(reply.recipient()).isEqualTo("whatsapp:P1/86138");
        assertThat(reply.chat().asTemplate()).isFalse();
        messages.sent(MESSAGE, reply);
        assertThat(work.calls).containsExactly("done for whatsapp:P1/86138");
    }

    @ParameterizedTest
    @ValueSource(strings = {MessageWork.ACKNOWLEDGEMENT, MessageWork.MESSAGE})
    void when_the_window_is_closed_an_answer_goes_by_the_first_way_of_the_rules(String kind) {
        windows.closed = Optional.of(CLOSED);
        rules = rules(List.of(OtherWay.MAIL, OtherWay.SMS), Optional.of("sms"));

        Reply reply = messages.reply(order(kind));
        assertThat(reply.none()).isEqualTo(CLOSED);
        messages.sent(order(kind), reply);

        assertThat(work.calls)
                .containsExactly("planned again by mail: by=mail;", "skipped: " + CLOSED + "; it goes by mail instead");
        assertThat(history).containsExactly(kind + " skipped: " + CLOSED + "; it goes by mail instead");
    }

    @ParameterizedTest
    @CsvSource({
        "true,  +8613800138000, li@example.com, sms, template",
        "false, +8613800138000, li@example.com, sms, sms",
        "false, +8613800138000, li@example.com,    , mail",
        "false,               , li@example.com, sms, mail"
    })
    void a_way_that_does_not_lead_to_the_customer_is_passed_over(
            boolean template, String phone, String email, String smsChannel, String way) {
        tickets.comeBy("chat", list(phone), list(email), List.of("whatsapp:P1/86138"));
        windows.closed = Optional.of(CLOSED);
        windows.template = template;
        rules = rules(List.of(OtherWay.values()), Optional.ofNullable(smsChannel));

        messages.sent(MESSAGE, messages.reply(MESSAGE));

        assertThat(work.calls).element(0).isEqualTo("planned again by " + way + ": by=" + way + ";");
    }

    @Test
    void by_each_way_the_message_has_that_way_s_recipient() {
        windows.closed = Optional.of(CLOSED);
        rules = rules(List.of(OtherWay.values()), Optional.of("aliyun"));

        Reply template = messages.reply(by(OtherWay.TEMPLATE));
        assertThat(template.recipient()).isEqualTo("whatsapp:P1/86138");
        assertThat(template.chat().asTemplate()).isTrue();
        Reply sms = messages.reply(by(OtherWay.SMS));
        assertThat(sms.recipient()).isEqualTo("aliyun:+8613800138000");
        assertThat(sms.platform()).isEqualTo("aliyun");
        assertThat(sms.chat().asTemplate()).isFalse();
        Reply mail = messages.reply(by(OtherWay.MAIL));
        assertThat(mail.recipient()).isEqualTo("li@example.com");
    }

    @Test
    void elsewhere_nothing_is_repeated_that_the_customer_wrote_on_the_chat() throws Exception {
        var acknowledgement = new DueOrder(MESSAGE.id(), MessageWork.ACKNOWLEDGEMENT, TICKET, "by=mail;", "token", 1);
        assertThat(text(messages.reply(acknowledgement))).contains(TICKET).doesNotContain("It does not close.");

        tickets.comeBy("email", List.of(), List.of("li@example.com"), List.of());
        assertThat(text(messages.reply(order(MessageWork.ACKNOWLEDGEMENT)))).contains(TICKET, "It does not close.");
    }

    @Test
    void an_acknowledgement_by_mail_to_a_customer_of_a_chat_counts_as_one_to_a_stranger() {
        var acknowledgement = new DueOrder(MESSAGE.id(), MessageWork.ACKNOWLEDGEMENT, TICKET, "by=mail;", "token", 1);

        assertThat(messages.reply(acknowledgement).recipient()).isEqualTo("li@example.com");
        assertThat(strangers.asked).containsExactly("li@example.com from source");

        strangers.reached = Limit.DOMAIN;
        messages.sent(acknowledgement, messages.reply(acknowledgement));
        assertThat(work.calls).containsExactly("skipped: " + Limit.DOMAIN.words());
    }

    @Test
    void what_the_planner_gave_along_goes_with_every_way() {
        var planned = new DueOrder(MESSAGE.id(), MessageWork.MESSAGE, TICKET, "3;by=hand", "token", 1);
        windows.closed = Optional.of(CLOSED);
        rules = rules(List.of(OtherWay.MAIL), Optional.empty());

        messages.sent(planned, messages.reply(planned));

        assertThat(work.calls).contains("planned again by mail: by=mail;3;by=hand");
        var again = new DueOrder(MESSAGE.id(), MessageWork.MESSAGE, TICKET, "by=mail;3;by=hand", "token", 1);
        assertThat(OtherWay.of(again)).contains(OtherWay.MAIL);
        assertThat(OtherWay.argument(again)).isEqualTo("3;by=hand");
        assertThat(OtherWay.of(planned)).isEmpty();
        assertThat(OtherWay.argument(planned)).isEqualTo("3;by=hand");
    }

    @Test
    void without_another_way_the_message_is_skipped_and_the_history_says_why() {
        windows.closed = Optional.of(CLOSED);
        rules = rules(List.of(), Optional.of("sms"));

        messages.sent(MESSAGE, messages.reply(MESSAGE));

        assertThat(work.calls).containsExactly("skipped: " + CLOSED);
        assertThat(history).containsExactly("message skipped: " + CLOSED);
    }

    @Test
    void what_the_platform_refuses_as_outside_the_window_goes_by_another_way() {
        messages.failed(MESSAGE, new IllegalStateException(new ReplyRefused("131047 Re-engagement message")));

        assertThat(work.calls)
                .containsExactly(
                        "planned again by sms: by=sms;",
                        "skipped: refused: 131047 Re-engagement message; it goes by sms instead");
    }

    @Test
    void a_way_that_refuses_the_message_too_is_followed_by_the_next_until_none_is_left() {
        messages.failed(by(OtherWay.TEMPLATE), new ReplyRefused("132001"));
        messages.failed(by(OtherWay.SMS), new ReplyRefused("no such number"));
        messages.failed(by(OtherWay.MAIL), new ReplyRefused("550 no such user"));

        assertThat(work.calls)
                .containsExactly(
                        "planned again by sms: by=sms;",
                        "skipped: refused: 132001; it goes by sms instead",
                        "planned again by mail: by=mail;",
                        "skipped: refused: no such number; it goes by mail instead",
                        "skipped: refused: 550 no such user");
    }

    @Test
    void a_way_that_is_named_twice_is_gone_once() {
        rules = rules(List.of(OtherWay.SMS, OtherWay.SMS), Optional.of("sms"));

        messages.failed(by(OtherWay.SMS), new ReplyRefused("no such number"));

        assertThat(work.calls).containsExactly("skipped: refused: no such number");
    }

    @Test
    void a_channel_that_leads_no_way_back_is_not_answered_by_another() {
        messages.failed(MESSAGE, new ReplyUnsupported("the channel cannot be answered"));

        assertThat(work.calls).containsExactly("skipped: the channel cannot be answered");
    }

    @Test
    void another_way_whose_channel_cannot_send_is_followed_by_the_next() {
        messages.failed(by(OtherWay.SMS), new ReplyUnsupported("channel sms has no way back to its customers"));

        assertThat(work.calls).element(0).isEqualTo("planned again by mail: by=mail;");
    }

    @Test
    void a_mail_or_form_has_no_other_way() {
        tickets.comeBy("email", List.of("+8613800138000"), List.of("li@example.com"), List.of());

        messages.failed(MESSAGE, new ReplyRefused("550 no such user"));

        assertThat(work.calls).containsExactly("skipped: refused: 550 no such user");
    }

    @Test
    void what_a_limit_holds_back_goes_by_no_other_way_either() {
        work.before = Math.max(PER_HOUR, PER_DAY);
        DueOrder acknowledgement = order(MessageWork.ACKNOWLEDGEMENT);

        messages.sent(acknowledgement, messages.reply(acknowledgement));
        messages.sent(MESSAGE, messages.reply(MESSAGE));

        assertThat(work.calls)
                .containsExactly(
                        "skipped: the recipient got " + work.before + " acknowledgements within the hour",
                        "skipped: " + Limit.TICKET.words());
        assertThat(heldBack).containsExactly(Limit.TICKET);
    }

    @Test
    void what_the_platform_delays_is_planned_again_after_the_pause_that_it_asks_for() {
        messages.failed(MESSAGE, new IllegalStateException(new ReplyDelayed("429", Duration.ofMinutes(7))));
        messages.failed(MESSAGE, new ReplyDelayed("503"));

        assertThat(work.calls).containsExactly("failed: 429, pause PT7M", "failed: 503");
        assertThat(history).isEmpty();
    }

    private static DueOrder by(OtherWay way) {
        return new DueOrder(MESSAGE.id(), MessageWork.MESSAGE, TICKET, way.argumentOf(MESSAGE), "token", 1);
    }

    private static String text(Reply reply) throws Exception {
        var mail = new MimeMessage(null, new ByteArrayInputStream(reply.mail().bytes()));
        return (String) ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent();
    }

    private static List<String> list(String value) {
        return value == null ? List.of() : List.of(value);
    }
}

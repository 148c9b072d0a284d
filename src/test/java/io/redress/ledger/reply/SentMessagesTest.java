package io.redress.ledger.reply;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.due.DueOrder;
import io.redress.handoff.KeyedDigest;
import io.redress.ledger.due.DueWork;
import io.redress.reply.SentMessage;
import io.redress.reply.outgoing.MessageWork;
import io.redress.reply.receipt.DeliveryReceipt;
import io.redress.reply.receipt.ReceiptState;
import io.redress.reply.sms.SmsSubscription;
import io.redress.testing.OwnDatabase;
import io.redress.testing.SetClock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SentMessagesTest extends OwnDatabase {

    private static final String TICKET = "R-261128-7K9Q2M";
    private static final String PHONE = "+8613800138000";

    private final SetClock clock = new SetClock(Instant.parse("2026-11-28T08:00:00Z"));
    private final DueWork due = new DueWork(jdbc, clock);
    private final SqlSentMessages sent = new SqlSentMessages(jdbc, clock);

    @BeforeEach
    void nothing_was_sent() {
        jdbc.sql("truncate due_work, ticket, sent_message, sms_opt_out cascade").update();
        jdbc.sql("""
                insert into ticket (number, item_id, received_at, channel, kind, category, priority, status, review, owner,
                                    first_response_due, resolution_due, document, updated_at, status_since)
                values (?, gen_random_uuid(), now(), 'line', 'chat', 'other', 'normal', 'received', false, 'desk',
                        now(), now(), '{}', now(), now())
                """).param(TICKET).update();
    }

    private DueOrder order(String argument) {
        due.plan(MessageWork.MESSAGE, TICKET, argument, clock.instant(), argument);
        return due.claimMessages(1).get(0);
    }

    private static DeliveryReceipt receipt(ReceiptState state, @Nullable String code) {
        return new DeliveryReceipt("SM1", state, code);
    }

    @Test
    void a_receipt_finds_the_order_by_which_its_message_was_sent() {
        DueOrder order = order("{}");
        sent.sent(order, "twilio", new SentMessage("SM1", 2));

        var news =
                sent.received("twilio", receipt(ReceiptState.DELIVERED, null)).orElseThrow();

        assertThat(news.known()).isTrue();
        assertThat(news.order().id()).isEqualTo(order.id());
        assertThat(news.order().argument()).isEqualTo("{}");
    }

    @Test
    void a_receipt_that_comes_again_or_late_says_nothing_new() {
        sent.sent(order("{}"), "twilio", new SentMessage("SM1", 2));

        assertThat(sent.received("twilio", receipt(ReceiptState.FAILED, "30003")))
                .isPresent();
        assertThat(sent.received("twilio", receipt(ReceiptState.FAILED, "30003")))
                .isEmpty();
        assertThat(sent.received("twilio", receipt(ReceiptState.READ, null))).isPresent();
        assertThat(sent.received("twilio", receipt(ReceiptState.DELIVERED, null)))
                .isEmpty();
        assertThat(sent.received("twilio", receipt(ReceiptState.FAILED, "30003")))
                .isEmpty();
    }

    @Test
    void a_receipt_that_comes_before_the_answer_waits_for_its_message() {
        assertThat(sent.received("twilio", receipt(ReceiptState.FAILED, "30003")))
                .hasValueSatisfying(news -> assertThat(news.known()).isFalse());

        assertThat(sent.sent(order("{}"), "twilio", new SentMessage("SM1", 1)))
                .contains(receipt(ReceiptState.FAILED, "30003"));
        assertThat(sent.received("twilio", receipt(ReceiptState.DELIVERED, null)))
                .hasValueSatisfying(news -> assertThat(news.known()).isTrue());
    }

    @Test
    void the_same_id_on_another_channel_is_another_message() {
        sent.sent(order("{}"), "twilio", new SentMessage("SM1", 1));

        assertThat(sent.received("whatsapp", receipt(ReceiptState.DELIVERED, null)))
                .hasValueSatisfying(news -> assertThat(news.known()).isFalse());
    }

    @Test
    void what_is_not_kept_any_more_is_not_sent_by_another_way() {
        DueOrder order = order("{}");
        sent.sent(order, "twilio", new SentMessage("SM1", 1));
        jdbc.sql("update due_work set argument = ''").update();

        var news = sent.received("twilio", receipt(ReceiptState.FAILED, null)).orElseThrow();

        assertThat(news.known()).isTrue();
        assertThat(news.order()).isNull();
    }

    @Test
    void text_messages_of_an_hour_are_counted_by_channel_with_each_of_their_parts() {
        sent.sent(order("1"), "twilio", new SentMessage("SM1", 3));
        sent.sent(order("2"), "twilio", new SentMessage(null, 0));
        sent.sent(order("3"), "aliyun-sms", new SentMessage("SM1", 2));
        sent.received("twilio", new DeliveryReceipt("unknown", ReceiptState.DELIVERED, null));

        assertThat(sent.segmentsSince("twilio", clock.instant().minus(Duration.ofHours(1))))
                .isEqualTo(4);
        clock.pass(Duration.ofHours(2));
        assertThat(sent.segmentsSince("twilio", clock.instant().minus(Duration.ofHours(1))))
                .isZero();
    }

    @Test
    void after_a_month_nothing_is_known_of_a_message_any_more() {
        sent.sent(order("1"), "twilio", new SentMessage("SM1", 3));
        clock.pass(Duration.ofDays(31));
        sent.sent(order("2"), "twilio", new SentMessage("SM2", 1));

        assertThat(jdbc.sql("select message_id from sent_message")
                        .query(String.class)
                        .list())
                .containsExactly("SM2");
    }

    @Test
    void who_wants_no_text_messages_is_kept_as_a_mark_until_wanting_them_again() {
        var optOuts = new SqlSmsOptOuts(jdbc, new KeyedDigest(new byte[32])::of, clock);

        optOuts.set(new SmsSubscription(PHONE, false));
        optOuts.set(new SmsSubscription(PHONE, false));
        assertThat(optOuts.isOut(PHONE)).isTrue();
        assertThat(optOuts.isOut("+8613900139000")).isFalse();
        assertThat(jdbc.sql("select number from sms_opt_out")
                        .query(String.class)
                        .single())
                .doesNotContain("138");

        optOuts.set(new SmsSubscription(PHONE, true));
        assertThat(optOuts.isOut(PHONE)).isFalse();
    }
}

package io.redress.channel.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.channel.chat.platform.PlatformNormalizer;
import io.redress.channel.chat.platform.Platforms;
import io.redress.channel.sms.SmsText;
import io.redress.intake.ChatMessage;
import io.redress.intake.ItemState;
import io.redress.intake.NormalizationResult;
import io.redress.intake.RawMessage;
import io.redress.intake.Refusal;
import io.redress.intake.SenderVerification;
import io.redress.reply.ChatReply;
import io.redress.reply.ReplyDelayed;
import io.redress.reply.ReplyRefused;
import io.redress.reply.SentMessage;
import io.redress.reply.receipt.DeliveryReceipt;
import io.redress.reply.receipt.ReceiptState;
import io.redress.reply.sms.SmsSubscription;
import io.redress.sandbox.platform.EmulatedGateway;
import io.redress.sandbox.platform.EmulatedPlatform.Said;
import io.redress.sandbox.platform.EmulatedPlatform.Sent;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The shipped gateways of text messages both ways over real HTTP, with an emulator of the vendor at the other end. */
class SmsGatewaysTest extends PlatformsOverHttp {

    private static final String PHONE = "+8613800138000";
    private static final String LINK = "https://help.example.com/tickets/R-261128-7K3M9Q?token=abc";
    private static final Map<String, String> FACTS = Map.of(
            "message", "acknowledgement",
            "ticket", "R-261128-7K3M9Q",
            "link", LINK,
            "link-path", "tickets/R-261128-7K3M9Q?token=abc");

    @Autowired
    private Platforms descriptions;

    @ParameterizedTest
    @CsvSource({"twilio, +8613800138000", "aliyun-sms, 13800138000"})
    void a_text_message_is_of_its_number_which_proves_nobody(String name, String written) {
        EmulatedGateway gateway = gateway(name);
        assertThat(gateway.say(hub(name), Said.text("3001", written, "水壶漏水 R-261128-7K3M9Q")))
                .isEqualTo(200);
        gateway.say(hub(name), Said.text("3001", written, "水壶漏水 R-261128-7K3M9Q"));

        assertThat(handOff.handedOff())
                .hasSize(2)
                .extracting(RawMessage::sourceKey)
                .containsOnly(handOff.handedOff().get(0).sourceKey());
        var message = (ChatMessage) read(handOff.handedOff().get(0));
        assertThat(message.customer().phones()).containsExactly(PHONE);
        assertThat(message.customer().handles()).containsExactly(name + ":" + PHONE);
        assertThat(message.conversation()).isEqualTo(PHONE);
        assertThat(message.text()).isEqualTo("水壶漏水 R-261128-7K3M9Q");
        assertThat(message.references()).containsExactly("R-261128-7K3M9Q");
        assertThat(message.proof()).isEqualTo(SenderVerification.UNPROVED);
    }

    @ParameterizedTest
    @CsvSource({"twilio, +8613800138000, STOP", "aliyun-sms, 13800138000, 退订", "aliyun-sms, 13800138000, td"})
    void a_word_that_ends_text_messages_is_noted_before_the_answer_and_is_not_a_complaint(
            String name, String written, String word) {
        assertThat(gateway(name).say(hub(name), Said.text("3002", written, word)))
                .isEqualTo(200);

        assertThat(notices.subscriptions()).containsExactly(new SmsSubscription(PHONE, false));
        assertThat(read(handOff.handedOff().get(0)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.state()).isEqualTo(ItemState.IGNORED));
    }

    @ParameterizedTest
    @CsvSource({"twilio, +8613800138000", "aliyun-sms, 13800138000"})
    void a_complaint_in_which_the_word_stands_ends_nothing(String name, String written) {
        gateway(name).say(hub(name), Said.text("3003", written, "STOP charging me, 我要退订会员"));

        assertThat(notices.subscriptions()).isEmpty();
        assertThat(read(handOff.handedOff().get(0))).isInstanceOf(ChatMessage.class);
    }

    @ParameterizedTest
    @CsvSource({"twilio, 22395", "aliyun-sms, 10086"})
    void what_a_short_code_sends_is_not_a_complaint_and_is_never_answered(String name, String code) {
        gateway(name).say(hub(name), Said.text("3004", code, "You won. Reply now"));

        assertThat(read(handOff.handedOff().get(0)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.state()).isEqualTo(ItemState.IGNORED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"twilio", "aliyun-sms"})
    void a_delivery_receipt_is_noted_and_is_never_handed_off(String name) {
        EmulatedGateway gateway = gateway(name);
        assertThat(gateway.report(hub(name), "m1", true, "DELIVERED")).isEqualTo(200);
        assertThat(gateway.report(hub(name), "m2", false, "30003")).isEqualTo(200);

        assertThat(notices.receipts())
                .containsExactly(
                        new DeliveryReceipt("m1", ReceiptState.DELIVERED, null),
                        new DeliveryReceipt("m2", ReceiptState.FAILED, "30003"));
        assertThat(handOff.handedOff()).isEmpty();
    }

    @Test
    void a_receipt_and_a_message_of_one_request_are_both_taken() {
        var body = """
                [{"phone_number":"13800138000","success":true,"err_code":"DELIVERED","biz_id":"b1"},
                 {"phone_number":"13800138000","content":"漏水","sequence_id":3005}]""";
        assertThat(post("aliyun-sms", "?secret=sandbox-push-secret", "application/json", body))
                .isEqualTo(200);

        assertThat(notices.receipts()).containsExactly(new DeliveryReceipt("b1", ReceiptState.DELIVERED, null));
        assertThat(handOff.handedOff()).hasSize(1);
        assertThat(((ChatMessage) read(handOff.handedOff().get(0))).text()).isEqualTo("漏水");
    }

    @ParameterizedTest
    @CsvSource({
        "twilio, '', MessageSid=SM1&MessageStatus=delivered, application/x-www-form-urlencoded",
        "twilio, '', MessageSid=SM1&From=%2B8613800138000&Body=STOP, application/x-www-form-urlencoded",
        "aliyun-sms, ?secret=guess, '[{\"biz_id\":\"b\",\"success\":true}]', application/json",
        "aliyun-sms, '', '[{\"phone_number\":\"13800138000\",\"content\":\"TD\",\"sequence_id\":1}]', application/json"
    })
    void what_nothing_proves_is_refused_and_notes_nothing(String name, String query, String body, String type) {
        assertThat(post(name, query, type, body)).isEqualTo(401);

        assertThat(notices.receipts()).isEmpty();
        assertThat(notices.subscriptions()).isEmpty();
    }

    @Test
    void twilio_sends_the_text_in_at_most_three_parts_with_its_link_whole() {
        SentMessage sent = send("twilio", PHONE, "您的投诉已受理。".repeat(60) + "\n" + LINK);

        String text = last("twilio").text();
        assertThat(text).endsWith(" " + LINK);
        assertThat(SmsText.segments(text)).isEqualTo(3);
        assertThat(sent).isEqualTo(new SentMessage(gateway("twilio").lastId(), 3));
    }

    @Test
    void aliyun_sends_the_approved_template_for_what_is_said_signed_as_its_server_wants() {
        SentMessage sent = send("aliyun-sms", PHONE, "您的投诉已受理 " + LINK);

        assertThat(last("aliyun-sms").customer()).isEqualTo(PHONE);
        assertThat(last("aliyun-sms").text())
                .isEqualTo("SMS_1001 {\"number\":\"R-261128-7K3M9Q\",\"path\":\"tickets/R-261128-7K3M9Q?token=abc\"}");
        assertThat(sent.id()).isEqualTo(gateway("aliyun-sms").lastId());
    }

    @ParameterizedTest
    @CsvSource({
        "twilio, 429, '{\"code\":20429}'",
        "aliyun-sms, 200, '{\"Code\":\"isv.BUSINESS_LIMIT_CONTROL\"}'",
        "aliyun-sms, 503, ''"
    })
    void a_busy_gateway_is_tried_again(String name, int status, String body) {
        gateway(name).answerNext(status, body);

        assertThatThrownBy(() -> send(name, PHONE, "x")).hasRootCauseInstanceOf(ReplyDelayed.class);
        assertThat(send(name, PHONE, "x").id()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"twilio", "aliyun-sms"})
    void a_number_that_the_gateway_does_not_write_to_is_refused_for_good(String name) {
        gateway(name).end("+8613900139000");

        assertThatThrownBy(() -> send(name, "+8613900139000", "x")).hasRootCauseInstanceOf(ReplyRefused.class);
        assertThatThrownBy(() -> send(name, "+862154321098;ext=8", "x")).hasRootCauseInstanceOf(ReplyRefused.class);
    }

    private SentMessage send(String name, String number, String text) {
        return camel.requestBody(
                "direct:reply-" + name,
                new ChatReply(UUID.randomUUID().toString(), name + ":" + number, text, false, FACTS),
                SentMessage.class);
    }

    private Sent last(String name) {
        List<Sent> sent = gateway(name).sent();
        return sent.get(sent.size() - 1);
    }

    private int post(String name, String query, String type, String body) {
        var request = HttpRequest.newBuilder(URI.create(hub(name) + query))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .join()
                .statusCode();
    }

    private NormalizationResult read(RawMessage raw) {
        return new PlatformNormalizer(descriptions).read(raw, raw.original().inline());
    }

    private static EmulatedGateway gateway(String name) {
        return (EmulatedGateway) PLATFORMS.named(name);
    }
}

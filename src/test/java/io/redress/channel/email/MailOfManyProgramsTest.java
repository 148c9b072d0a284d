package io.redress.channel.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.intake.CanonicalComplaint;
import io.redress.intake.ItemState;
import io.redress.intake.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What mail programs of all kinds make of addresses, quotes and notices. */
class MailOfManyProgramsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "li@example.com",
                "<li@example.com>",
                "Li <LI@example.com>",
                "Li <<li@example.com>>",
                "Li <li@example.com",
                "Li li@example.com>",
                "li@example.com <li@example.com>",
                "\"Li, Lei\" li@example.com",
                "Li [mailto:li@example.com]",
                "李＜li@example.com＞",
                "李 <li＠example.com>",
                "李〈li@example.com〉",
                "li@example.com (Li Lei)",
                "\"li@example.com\"",
                "Li \"the boss\" Lei <li@example.com>",
                "Li; li@example.com;",
                "Li <li@example.com.>",
            })
    void the_one_address_of_a_field_is_told_however_it_is_written(String from) {
        assertThat(complaint(from, "Broken cup", "The cup is broken.")
                        .customer()
                        .emails())
                .containsExactly("li@example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"li@example.com or wang@example.com", "Li", "li@", "@example.com", "li at example.com", ""})
    void a_field_that_tells_none_or_several_names_nobody(String from) {
        assertThat(complaint(from, "Broken cup", "The cup is broken.")
                        .customer()
                        .emails())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "noreply@shop.example",
                "no-reply@shop.example",
                "No_Reply@shop.example",
                "donotreply@shop.example",
                "do-not-reply@shop.example",
                "notification-noreply@shop.example",
                "postmaster@shop.example",
                "www-data@shop.example",
                "noreply-shop@shop.example",
                "root@shop.example",
            })
    void an_address_that_nobody_reads_identifies_nobody(String from) {
        var complaint = complaint(
                "Contact form <" + from + ">\r\nReply-To: Zhao <zhao@example.com>", "Broken", "The oven is broken.");

        assertThat(complaint.customer().emails()).containsExactly("zhao@example.com");
        assertThat(complaint.customer().name()).isEqualTo("Zhao");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "At 2026-11-22 08:31:05, \"Shop\" <kf@shop.example> wrote:",
                "在 2026-11-22 08:31:05，\"Shop\" <kf@shop.example> 写道：",
                "在2026年11月22日 10:41，Shop写道：",
                "On Sun, 22 Nov 2026, Shop<kf@shop.example>wrote:",
                "\uFEFFOn Sun, Nov 22, 2026 at 10:41 AM Shop <kf@shop.example> wrote:",
                "\u200BOn 22.11.2026 10:41, Shop wrote:",
                "2026-11-22 10:41 GMT+08:00 Shop <kf@shop.example> wrote:",
                "Shop <kf@shop.example> 于2026年11月22日周日 10:41写道：",
                "Shop <kf@shop.example> 於 2026年11月22日 週日 10:41 寫道：",
                "Am 22.11.2026 um 10:41 schrieb Shop <kf@shop.example>:",
                "Le 22 nov. 2026 à 10:41, Shop a écrit :",
                "------------------&nbsp;原始邮件&nbsp;------------------",
                "------------------ Original ------------------\r\nFrom: \"Shop\"<kf@shop.example>;\r\nDate: Sun, Nov 22\r\nTo: \"Li\";",
                "________________________________\r\n发件人: Shop\r\n发送时间: 2026年11月22日\r\n收件人: Li\r\n主题: x",
                "________________________________\r\n\r\nFrom: Shop\r\nSent: Sunday\r\nTo: Li\r\nSubject: x",
                "-----------------------------\r\n寄件者: Shop\r\n寄件日期: 2026年11月22日\r\n收件者: Li\r\n主旨: x",
                "发件人： Shop\r\n发送时间： 2026-11-22 10:41\r\n收件人： Li\r\n主题： x",
                "From:        Shop/CN/Example\r\nTo:        Li\r\nDate:        2026/11/22 10:41\r\nSubject:        x",
                "-----邮件原件-----\r\n发件人: Shop\r\n发送时间: 2026-11-22\r\n收件人: Li\r\n主题: x",
                "---- Replied Message ----\r\nFrom\tShop\r\nDate\t2026",
            })
    void what_stands_below_a_mail_programs_mark_is_quoted(String mark) {
        var complaint = complaint(
                "Li <li@example.com>",
                "Re: your order",
                "The cup is broken.\r\n\r\n" + mark + "\r\n\r\nDear customer, we refund you.");

        assertThat(complaint.complaint().text()).isEqualTo("The cup is broken.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Monday your driver wrote: nobody was at home. That is a lie.",
                "At the shop they wrote it down: the cup is broken.",
                "The label said: from Shop to Li. It was torn.",
                "______________ this is where the door scratches",
                "客服写道歉信：我不接受。",
                "----- broken -----",
            })
    void the_customers_own_sentence_is_no_mark(String sentence) {
        var complaint = complaint("Li <li@example.com>", "x", "Hello.\r\n" + sentence + "\r\nPlease refund.");

        assertThat(complaint.complaint().text()).contains("Please refund.", sentence.substring(0, 8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "自动回复: Re: 我们已收到您的投诉",
                "自动回复：回复：您的投诉",
                "Automatic reply: Re: Your complaint",
                "自动回复: 我们已收到您的投诉 R-261122-7K3M9Q",
                "Out of Office: Re: Your complaint",
            })
    void an_automatic_reply_without_headers_is_told_by_the_subject_that_it_answers(String subject) {
        assertRefused(subject, "您好，邮件已收到，谢谢！", ItemState.AUTO_REPLY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "撤回: 投诉快递丢件|张三 将撤回邮件\"投诉快递丢件\"。",
                "召回: 投诉|张三 希望撤回邮件",
                "Recall: Broken cup|Li would like to recall the message, \"Broken cup\".",
                "Message Recall Failure: Broken cup|Your attempt to recall the message failed.",
                "已读: 我们已收到您的投诉|您的邮件 收件人: Li 已被阅读",
                "Read: We received your complaint|Your message To: Li was read on Sunday.",
                "Not read: We received your complaint|Your message To: Li was deleted without being read.",
            })
    void recalls_and_receipts_are_no_complaints(String mail) {
        assertRefused(mail.split("\\|")[0], mail.split("\\|")[1], ItemState.AUTO_REPLY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "召回: 电饭煲召回为什么没有通知我|我买的电饭煲在召回名单上，没人联系我。",
                "Recall: my toaster|My toaster was recalled, why did nobody tell me?",
                "自动回复太慢|你们的自动回复根本没用，杯子碎了！",
                "Read: please|Please read this. The cup is broken.",
            })
    void a_complaint_with_such_a_subject_stays_one(String mail) {
        assertThat(complaint("Li <li@example.com>", mail.split("\\|")[0], mail.split("\\|")[1]))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mail.Delivery.System@example.com",
                "mail-delivery-subsystem@example.com",
                "post_master@example.com",
                "Mailer-Daemon@example.com",
                "mailer_daemon@example.com",
                "MAILERDAEMON@example.com",
                "bounces+li=example.com@mailer.example",
                "bounce@example.com",
                "mdaemon@example.com",
                "Post-Master@example.com",
            })
    void a_failure_notice_is_told_by_whoever_sends_it(String from) {
        var result = MailFixtures.read(mail(from, "Undeliverable: We received your complaint", "It did not arrive."));

        assertThat(result).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.state())
                .isEqualTo(ItemState.BOUNCE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "message/rfc822",
                "application/octet-stream",
                "text/plain",
                "application/x-eml",
                "message/partial"
            })
    void a_mail_attached_under_any_type_speaks_with_a_short_note(String type) {
        String body = "--b\r\nContent-Type: text/plain\r\n\r\nFYI, please handle.\r\n--b\r\nContent-Type: " + type
                + "; name=\"x.eml\"\r\nContent-Disposition: attachment; filename=\"x.eml\"\r\n\r\n"
                + "From: Wang <wang@example.com>\r\nSubject: x\r\n\r\nThe inner pot is cracked.\r\n--b--\r\n";
        var result = MailFixtures.read(("From: Li <li@example.com>\r\nSubject: Fwd: x\r\nMIME-Version: 1.0\r\n"
                        + "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + body)
                .getBytes(UTF_8));

        assertThat(((CanonicalComplaint) result).complaint().text())
                .isEqualTo("FYI, please handle.\n\nThe inner pot is cracked.");
    }

    private static void assertRefused(String subject, String text, ItemState state) {
        assertThat(MailFixtures.read(mail("Li <li@example.com>", subject, text)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.state()).isEqualTo(state));
    }

    private static CanonicalComplaint complaint(String from, String subject, String text) {
        var result = MailFixtures.read(mail(from, subject, text));
        assertThat(result).isInstanceOf(CanonicalComplaint.class);
        return (CanonicalComplaint) result;
    }

    private static byte[] mail(String from, String subject, String text) {
        return ("From: " + from + "\r\nTo: complaints@redress.test\r\nSubject: " + subject
                        + "\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + text + "\r\n")
                .getBytes(UTF_8);
    }
}

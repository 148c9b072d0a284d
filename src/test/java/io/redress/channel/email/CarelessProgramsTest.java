package io.redress.channel.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.intake.CanonicalComplaint;
import io.redress.intake.ItemState;
import io.redress.intake.Refusal;
import io.redress.ticket.Customer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Base64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mail programs that take no care: of entities, of the other rendering, of charsets, of apostrophes. */
class CarelessProgramsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'li@example.com' <li@example.com>",
                "'li@example.com'",
                "\"'li@example.com'\" <li@example.com>",
                "'Li Lei' <li@example.com>",
                "`li@example.com` <li@example.com>",
                "'li@example.com' [mailto:li@example.com]",
                "'li@example.com' <mailto:li@example.com>",
                "'LI@example.com' <li@example.com>",
                "\"li@example.com\" <'li@example.com'>",
                "'li@example.com'; <li@example.com>",
            })
    void an_address_between_apostrophes_is_no_second_one(String from) {
        Customer customer = complaint("From: " + from + "\r\n", "", "The cup is broken.".getBytes(UTF_8))
                .customer();

        assertThat(customer.emails()).containsExactly("li@example.com");
        assertThat(String.valueOf(customer.name())).doesNotStartWith("'").doesNotContain("@");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "收到的杯子碎了，要求&nbsp;退款&gt;50元 | 收到的杯子碎了，要求 退款>50元",
                "杯子碎了&#xff0c;退款 | 杯子碎了，退款",
                "杯子碎了&#12290; | 杯子碎了。",
                "杯子&amp;盘子碎了 | 杯子&盘子碎了",
                "&quot;杯子&quot;碎了 | \"杯子\"碎了",
                "&lt;杯子&gt;碎了 | <杯子>碎了",
                "It&#39;s broken. | It's broken.",
                "It&apos;s broken. | It's broken.",
                "AT&T sold me a broken phone; refund | AT&T sold me a broken phone; refund",
                "Fish&Chips; cold &; old | Fish&Chips; cold &; old",
            })
    void entities_in_plain_text_are_what_they_stand_for(String written, String read) {
        assertThat(text(complaint("", "", written.getBytes(UTF_8)))).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This is a multi-part message in MIME format.",
                "Please view this email in a browser: https://mail.example/v?id=1",
                "Your email client does not support HTML.",
                "您的邮件客户端不支持HTML格式",
                "[image: logo.png]",
                "https://mail.example/v?id=1",
                "Ihr Programm kann diese Nachricht nicht anzeigen.",
                "此郵件含有圖片，請以網頁瀏覽器開啟。",
                "This message was sent from a secure system. Open the attached page.",
                "—",
            })
    void what_stands_in_for_the_text_is_none(String standIn) {
        String text = "我买的电饭煲漏电，非常危险，请马上处理。 Please repair it.";

        assertThat(text(alternatives(standIn, "<p>" + text + "</p>"))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The pot leaks.",
                "锅漏了。",
                "The pot leaks, see https://photos.example/1",
                "my pot leaks!! [image: pot.jpg]",
                "냄비가 새요",
                "Топор сломан"
            })
    void a_short_text_that_the_other_rendering_has_too_stays(String text) {
        assertThat(text(alternatives(text, "<div>" + text + "</div><div>Sent with FooMail</div>")))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-16", "UTF-16LE", "utf-16be", "unicode", "utf-32", "csUnicode", "ucs-2"})
    void bytes_of_utf_8_are_not_read_as_wide_characters_whatever_is_declared(String charset) {
        byte[] bytes = "The toaster burns. 烤面包机坏了，要求退款。".getBytes(UTF_8);

        assertThat(text(complaint("", "; charset=" + charset, bytes))).isEqualTo(new String(bytes, UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32"})
    void wide_characters_are_read_as_declared(String charset) {
        String text = "烤面包机坏了，要求退款。 Refund.";

        assertThat(text(complaint("", "; charset=" + charset, text.getBytes(Charset.forName(charset)))))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "utf-8", "us-ascii", "iso-8859-1", "gb2312", "big5", "euc-jp", "windows-1252", "x-unknown"})
    void escape_sequences_never_reach_a_ticket_whatever_is_declared(String charset) {
        byte[] bytes = "冷蔵庫が壊れました。\r\n返金してください。".getBytes(Charset.forName("ISO-2022-JP"));

        assertThat(text(complaint("", charset.isEmpty() ? "" : "; charset=" + charset, bytes)))
                .isEqualTo("冷蔵庫が壊れました。\n返金してください。");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "召回: 投诉 | 李雷 想要召回邮件“投诉”。",
                "回收: 投訴 | 李雷 想要回收郵件「投訴」。",
                "撤回: 投诉 | 李雷 想撤回此邮件。",
                "收回: 投訴 | 李雷 希望收回這封郵件。",
                "撤回: 投訴 | 李雷 將撤回郵件「投訴」。",
                "Rückruf: Beschwerde | Li Lei möchte die Nachricht \"Beschwerde\" zurückrufen.",
                "Rappel : plainte | Li Lei souhaite rappeler le message « plainte ».",
                "已读: 投诉 | 您的邮件 收件人: 李雷 已于 2026/11/22 8:40 阅读。",
                "已讀: 投訴 | 您的郵件 收件者: 李雷 已於 2026/11/22 8:40 讀取。",
                "已读: 投诉 | 您的邮件 已于 2026年11月22日 8:40 打开",
            })
    void recalls_and_receipts_are_told_in_the_words_of_their_programs(String subject, String text) {
        assertThat(MailFixtures.read(mail("Subject: " + subject + "\r\n", "", text.getBytes(UTF_8))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.state()).isEqualTo(ItemState.AUTO_REPLY));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "自动回复 | 我的冰箱坏了三天没人修，客服只会自动回复，要求退款！",
                "自动回复！ | 只会自动回复，杯子碎了没人管。",
                "Automatic reply | Your automatic reply did not help, the fridge still leaks.",
                "撤回订单 | 我要撤回昨天的订单，你们一直不处理，要求退款。",
                "召回: 电饭煲 | 我想知道召回的电饭煲什么时候退款。",
                "已读不回 | 我的邮件已读不回，已经三天了，杯子碎了。",
            })
    void a_person_who_writes_with_a_program_that_sends_notices_too_is_heard(String subject, String text) {
        complaint("Subject: " + subject + "\r\nX-Mailer: QQMail 2.x\r\n", "", text.getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "在 2026-11-01 10:41:05，\"客服\" <kf@shop.example> 写道：",
                "On Sun, Nov 1, 2026 at 10:41 AM Shop <kf@shop.example> wrote:",
                "Am 01.11.2026 um 10:41 schrieb Shop <kf@shop.example>:"
            })
    void one_line_below_an_attribution_is_quoted_without_a_blank_behind_its_mark(String attribution) {
        String mail = "杯子碎了。\r\n\r\n" + attribution + "\r\n>您好，订单已发货。\r\n\r\n要求退款。";

        assertThat(text(complaint("", "", mail.getBytes(UTF_8))))
                .contains("杯子碎了。", "要求退款。")
                .doesNotContain("已发货");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=?utf-8?Q?=E6=9D=AF=E5=AD=90=E7=A2=8E=E4=BA=86",
                "=?utf-8?B?5p2v5a2Q56KO5LqG",
                "=?utf-8?B?5p2v5a2Q56KO5LqG?",
                "=?utf-8?B?5p2v5a2Q?= =?utf-8?B?56KO5LqG",
                "=?gbk?B?sa3X08vpwcs",
            })
    void a_subject_that_was_cut_is_decoded_to_its_end(String subject) {
        var complaint = complaint("Subject: " + subject + "\r\n", "", "The cup.".getBytes(UTF_8));

        assertThat(complaint.complaint().subject()).isEqualTo("杯子碎了");
    }

    @ParameterizedTest
    @ValueSource(strings = {"base64", "BASE64", "\"base64\"", "'base64'", "base64;", "base64 "})
    void an_encoding_is_told_however_its_name_is_written(String encoding) {
        String text = Base64.getEncoder().encodeToString("收到的杯子碎了，要求退款。".getBytes(UTF_8));

        assertThat(text(complaint("Content-Transfer-Encoding: " + encoding + "\r\n", "", text.getBytes(UTF_8))))
                .isEqualTo("收到的杯子碎了，要求退款。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"杯子碎了", "杯子碎了a", "杯子碎了ab", "杯子碎了abc", "杯子碎了abcd"})
    void base64_without_its_padding_loses_no_character(String text) {
        String bare = Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));

        var complaint = complaint(
                "Subject: =?utf-8?B?" + bare + "?=\r\nContent-Transfer-Encoding: base64\r\n", "", bare.getBytes(UTF_8));

        assertThat(text(complaint)).isEqualTo(text);
        assertThat(complaint.complaint().subject()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\n-- \r\nshop list, unsubscribe here",
                "\r\n_______________________________________________\r\nShop mailing list",
                "\r\n\r\nThis mail was scanned for viruses.",
                "\r\n此邮件已由杀毒软件检查。"
            })
    void what_a_list_writes_below_an_encoded_text_leaves_the_text_as_it_is(String footer) {
        String text = Base64.getMimeEncoder().encodeToString("收到的杯子碎了，要求退款。".getBytes(UTF_8)) + footer;

        assertThat(text(complaint("Content-Transfer-Encoding: base64\r\n", "", text.getBytes(UTF_8))))
                .startsWith("收到的杯子碎了，要求退款。");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The cup is broken.",
                "收到的杯子碎了，要求退款。",
                "Broken\r\nThe cup is broken, please refund.",
                "Order20261101ABC\r\nThe cup of this order is broken, please refund.",
            })
    void a_text_that_only_claims_to_be_encoded_is_read_as_it_is(String text) {
        assertThat(text(complaint("Content-Transfer-Encoding: base64\r\n", "", text.getBytes(UTF_8))))
                .contains(text.lines().reduce((first, last) -> last).orElseThrow());
    }

    private static String text(CanonicalComplaint complaint) {
        return complaint.complaint().text();
    }

    private static CanonicalComplaint alternatives(String plain, String html) {
        String body = "--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + plain
                + "\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html + "\r\n--b--\r\n";
        var result = MailFixtures.read(("From: Li <li@example.com>\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
                        + "Content-Type: multipart/alternative; boundary=b\r\n\r\n" + body)
                .getBytes(UTF_8));
        assertThat(result).isInstanceOf(CanonicalComplaint.class);
        return (CanonicalComplaint) result;
    }

    private static CanonicalComplaint complaint(String headers, String charset, byte[] text) {
        var result = MailFixtures.read(mail(headers, charset, text));
        assertThat(result).isInstanceOf(CanonicalComplaint.class);
        return (CanonicalComplaint) result;
    }

    private static byte[] mail(String headers, String charset, byte[] text) {
        var mail = new ByteArrayOutputStream();
        mail.writeBytes(((headers.contains("From:") ? "" : "From: Li <li@example.com>\r\n") + headers
                        + "To: complaints@redress.test\r\nMIME-Version: 1.0\r\nContent-Type: text/plain" + charset
                        + "\r\n\r\n")
                .getBytes(UTF_8));
        mail.writeBytes(text);
        return mail.toByteArray();
    }
}

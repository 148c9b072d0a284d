package io.redress.channel.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.redress.channel.email.text.RtfText;
import io.redress.intake.CanonicalComplaint;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails that were made to keep the hub busy or to fill its memory. */
class HostileMailTest {

    private static final int MEGABYTES = 2_000_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<blockquote type=cite>",
                "<div class=gmail_signature>x",
                "<div class=gmail_signature>x</div>",
                "<div id=appendonsend></div>",
                "<b>x",
                "<td class=gmail_quote>x"
            })
    void html_costs_no_more_than_its_length(String piece) {
        String html = "Hello, the kettle is broken. " + piece.repeat(MEGABYTES / piece.length());

        assertThat(read("Content-Type: text/html; charset=utf-8\r\n\r\n" + html)
                        .complaint()
                        .text())
                .startsWith("Hello, the kettle is broken.");
    }

    @Test
    void what_is_within_a_hundred_elements_is_still_read() {
        String html = "<div>".repeat(5_000) + "deep inside" + "</div>".repeat(5_000);

        assertThat(read("Content-Type: text/html\r\n\r\n" + html).complaint().text())
                .isEqualTo("deep inside");
    }

    @Test
    void mails_within_mails_are_not_all_held_at_once() {
        String envelopes = "Content-Type: message/rfc822\r\n\r\nFrom: li@example.com\r\n".repeat(60);
        String photo = "Content-Type: application/octet-stream\r\n\r\n" + "photo".repeat(4_000_000);

        CanonicalComplaint complaint = read(envelopes + photo);

        assertThat(complaint.evidence()).as("all of it is kept").singleElement().satisfies(file -> assertThat(
                        file.bytes().length)
                .isGreaterThan(20_000_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "\n", "> x\n", "On 2026 it\n"})
    void of_a_text_without_end_the_beginning_is_read_and_all_of_it_kept(String piece) {
        CanonicalComplaint complaint = read("\r\nHello. " + piece.repeat(40_000_000 / piece.length()));

        assertThat(complaint.complaint().text()).startsWith("Hello.");
        assertThat(complaint.evidence()).singleElement().satisfies(file -> assertThat(file.name())
                .isEqualTo("original.eml"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2480", "0400", "24820000", "2484FFFFFFFF", "30"})
    void a_signed_mail_that_holds_itself_or_nothing_without_end_stays_a_file(String piece) {
        String begin = "308006092A864886F70D010702A0803080020101310030800609" + "2A864886F70D010701A0802480";
        byte[] bytes = HexFormat.of().parseHex(begin + piece.repeat(2 * MEGABYTES / piece.length()));

        assertThat(readEncoded("application/pkcs7-mime; name=smime.p7m", bytes).evidence())
                .singleElement()
                .satisfies(file -> assertThat(file.bytes()).hasSameSizeAs(bytes));
    }

    @Test
    void pieces_within_pieces_are_followed_to_a_limit() {
        var pieces = new StringBuilder();
        int depth = 100_000;
        for (int i = depth; i > 0; i--) {
            pieces.append(String.format("2484%08X", 6L * (i - 1)));
        }
        String content = String.format("A084%08X", pieces.length() / 2) + pieces;
        String inner = "06092A864886F70D010701" + content;
        String data = "020101" + "3100" + String.format("3084%08X", inner.length() / 2) + inner;
        String signed = String.format("3084%08X", data.length() / 2) + data;
        String info = "06092A864886F70D010702" + String.format("A084%08X", signed.length() / 2) + signed;
        byte[] bytes = HexFormat.of().parseHex(String.format("3084%08X", info.length() / 2) + info);

        assertThat(readEncoded("application/pkcs7-mime; name=smime.p7m", bytes).evidence())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{a}",
                "}",
                "\\'e9",
                "{\\'e9}",
                "{\\f1\\'e9}",
                "\\u20320?",
                "\\par ",
                "{\\*\\x",
                "\\f1 ",
                "a"
            })
    void rich_text_costs_no_more_than_its_length(String piece) {
        String text = "{\\rtf1\\ansi The kettle is broken. " + piece.repeat(2 * MEGABYTES / piece.length());

        assertThat(assertTimeoutPreemptively(Duration.ofMinutes(2), () -> RtfText.of(text.getBytes(UTF_8))))
                .startsWith("The kettle is broken.");
    }

    private static CanonicalComplaint readEncoded(String type, byte[] content) {
        return read("Content-Type: " + type + "\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(content));
    }

    private static CanonicalComplaint read(String contentTypeAndBody) {
        byte[] mail = ("From: li@example.com\r\nSubject: Broken\r\n" + contentTypeAndBody).getBytes(UTF_8);
        return (CanonicalComplaint) assertTimeoutPreemptively(Duration.ofMinutes(2), () -> MailFixtures.read(mail));
    }
}

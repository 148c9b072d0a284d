package io.redress.channel.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.redress.intake.CanonicalComplaint;
import io.redress.intake.ItemState;
import io.redress.intake.Refusal;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HardToReadMailTest {

    @Test
    void whatever_the_bytes_there_is_a_reading() throws IOException {
        var random = new Random(42);
        for (Path file : MailFixtures.mails()) {
            byte[] mail = Files.readAllBytes(file);
            for (int i = 0; i < 8 && mail.length > 0; i++) {
                byte[] cut = Arrays.copyOf(mail, random.nextInt(mail.length));
                byte[] flipped = mail.clone();
                for (int flips = 0; flips < 1 + i; flips++) {
                    flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
                }
                assertReads(file, cut);
                assertReads(file, flipped);
            }
        }
    }

    private static void assertReads(Path file, byte[] mail) {
        var result = MailFixtures.read(mail);
        assertThat(result).as(file.toString()).isNotNull();
        if (result instanceof Refusal refusal) {
            assertThat(refusal.reason()).as(file.toString()).doesNotContain("cannot be read");
        }
    }

    @Test
    void a_mail_of_25_megabytes_reads_whole_and_fast() {
        byte[] photo = new byte[25_000_000];
        new Random(1).nextBytes(photo);
        String mail = head("multipart/mixed; boundary=b")
                + "--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n照片见附件\r\n"
                + "--b\r\nContent-Type: image/jpeg; name=big.jpg\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(photo)
                + "\r\n--b--\r\n";
        var read = complaint(mail, Duration.ofSeconds(20));
        assertThat(read.complaint().text()).isEqualTo("照片见附件");
        assertThat(read.evidence()).singleElement().satisfies(file -> assertThat(file.bytes())
                .isEqualTo(photo));
    }

    @Test
    void multiparts_nested_50_deep_are_opened() {
        assertThat(complaint(nestedMultiparts(50), Duration.ofSeconds(5))
                        .complaint()
                        .text())
                .isEqualTo("The kettle at the bottom is broken.");
    }

    @Test
    void multiparts_nested_beyond_the_limit_are_kept_whole() {
        var read = complaint(nestedMultiparts(2000), Duration.ofSeconds(5));
        assertThat(read.evidence()).anySatisfy(file -> assertThat(file.name()).isEqualTo("original.eml"));
    }

    @Test
    void mails_forwarded_50_times_as_attachments_speak_by_the_innermost() {
        var mail = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            mail.append(head("message/rfc822"));
        }
        mail.append(head("text/plain")).append("The kettle is broken.\r\n");
        assertThat(complaint(mail.toString(), Duration.ofSeconds(5)).complaint().text())
                .isEqualTo("The kettle is broken.");
    }

    @Test
    void ten_thousand_parts_cost_no_more_than_the_limit() {
        var mail = new StringBuilder(head("multipart/mixed; boundary=b"));
        mail.append("--b\r\n\r\nThe kettle is broken.\r\n");
        for (int i = 0; i < 10_000; i++) {
            mail.append("--b\r\nContent-Type: image/jpeg; name=a.jpg\r\n\r\nx\r\n");
        }
        var read = complaint(mail + "--b--\r\n", Duration.ofSeconds(5));
        assertThat(read.complaint().text()).isEqualTo("The kettle is broken.");
        assertThat(read.evidence()).hasSize(MailContent.MOST_FILES + 1);
    }

    @Test
    void a_long_text_is_cut_and_the_whole_mail_kept_beside_it() {
        var read = complaint(head("text/plain") + "broken ".repeat(300_000), Duration.ofSeconds(10));
        assertThat(read.complaint().text()).hasSize(EmailNormalizer.LONGEST_TEXT);
        assertThat(read.evidence()).singleElement().satisfies(file -> assertThat(file.name())
                .isEqualTo("original.eml"));
    }

    @Test
    void text_made_to_slow_patterns_down_does_not() {
        for (String unit : new String[] {
            "a",
            " ",
            "\n",
            ">",
            "> ",
            "-",
            "=?",
            "=?a?b?",
            "在",
            "On ",
            "写道",
            "From: x\n",
            "<div>",
            "(" + "\"",
            "sent from my ",
            "x   "
        }) {
            String text = "q" + unit.repeat(100_000 / unit.length()) + "q";
            for (String type : new String[] {"text/plain", "text/html"}) {
                String mail = head(type) + text;
                assertThatCode(() -> timed(mail, Duration.ofSeconds(10)))
                        .as(unit)
                        .doesNotThrowAnyException();
            }
            timed(
                    "From: " + text.replace("\n", "") + "\r\nSubject: " + text.replace("\n", "") + "\r\n\r\nx",
                    Duration.ofSeconds(10));
        }
    }

    @Test
    void one_message_id_for_two_texts_makes_two_source_keys() {
        String first = complaint(head("text/plain") + "The kettle is broken.", Duration.ofSeconds(5))
                .sourceKey();
        String second = complaint(head("text/plain") + "The lamp is broken.", Duration.ofSeconds(5))
                .sourceKey();
        assertThat(first).startsWith("<nested@x>#").isNotEqualTo(second);
    }

    @Test
    void without_a_message_id_another_delivery_of_the_same_mail_has_the_same_key() throws IOException {
        String mail = new String(MailFixtures.mail("no-message-id"), UTF_8);
        String again = "Received: from mx2\r\n\tby mx3; Sat\r\nX-Spam: no\r\n" + mail.replace("\r\n", "\n");
        String key = complaint(mail, Duration.ofSeconds(5)).sourceKey();
        assertThat(complaint(again, Duration.ofSeconds(5)).sourceKey())
                .isEqualTo(key)
                .startsWith("sha256:");
        assertThat(complaint(mail + "more", Duration.ofSeconds(5)).sourceKey()).isNotEqualTo(key);
    }

    @Test
    void a_mail_from_the_mailbox_that_took_it_in_is_our_own() throws IOException {
        byte[] mail = MailFixtures.mail("plain-english");
        var raw = MailFixtures.raw(mail, java.util.Map.of("address", "Jane@Example.com"));
        assertThat(MailFixtures.NORMALIZER.read(raw, mail))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.state()).isEqualTo(ItemState.AUTO_REPLY));
    }

    private static String nestedMultiparts(int depth) {
        var mail = new StringBuilder(head("multipart/mixed; boundary=b0"));
        for (int i = 0; i < depth; i++) {
            mail.append("--b" + i + "\r\nContent-Type: multipart/mixed; boundary=b" + (i + 1) + "\r\n\r\n");
        }
        mail.append("--b" + depth + "\r\n\r\nThe kettle at the bottom is broken.\r\n");
        for (int i = depth; i >= 0; i--) {
            mail.append("--b" + i + "--\r\n");
        }
        return mail.toString();
    }

    private static String head(String type) {
        return "From: jane@example.com\r\nMessage-ID: <nested@x>\r\nContent-Type: " + type + "\r\n\r\n";
    }

    private static CanonicalComplaint complaint(String mail, Duration limit) {
        return (CanonicalComplaint) timed(mail, limit);
    }

    /** In processor time of this thread: what a busy machine makes slow is no fault of the reader. */
    private static io.redress.intake.NormalizationResult timed(String mail, Duration limit) {
        byte[] bytes = mail.getBytes(UTF_8);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        var result = MailFixtures.read(bytes);
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - start)).isLessThan(limit);
        return result;
    }
}

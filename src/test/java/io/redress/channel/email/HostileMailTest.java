package io.redress.channel.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.redress.intake.CanonicalComplaint;
import java.time.Duration;
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

    private static CanonicalComplaint read(String contentTypeAndBody) {
        byte[] mail = ("From: li@example.com\r\nSubject: Broken\r\n" + contentTypeAndBody).getBytes(UTF_8);
        return (CanonicalComplaint) assertTimeoutPreemptively(Duration.ofSeconds(30), () -> Fixtures.read(mail));
    }
}

package io.redress.channel.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A body with fewer bytes than its server stated. */
class MailCompletenessTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Subject: the header has no end",
                "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\ntext\r\n",
                "content-type:  MULTIPART/alternative;\r\n\tcharset=x;\r\n boundary=\"b c\"\r\n\r\n--b c\r\n\r\ntext\r\n--b c\r\n",
                "A: b\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\ntext\n--c--"
            })
    void that_lacks_its_end_is_not_whole(String mail) {
        assertThat(MailCompletenessProbe.of(mail.getBytes(StandardCharsets.US_ASCII)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Subject: estimated by Exchange\r\n\r\nAll of it.\r\n",
                "Content-Type: text/plain; boundary=b\r\n\r\nNo multipart.\r\n",
                "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\ntext\r\n--b--\r\n",
                "Content-Type: multipart/mixed;\r\n boundary=\"b c\"\r\n\r\n--b c\r\n\r\ntext\r\n--b c--\r\nepilogue",
                "Content-Type: multipart/mixed\r\n\r\nwithout boundary"
            })
    void that_comes_to_an_end_is_whole(String mail) {
        assertThat(MailCompletenessProbe.of(mail.getBytes(StandardCharsets.US_ASCII)))
                .isTrue();
    }

    @Test
    void of_any_kind_is_judged() {
        var random = new Random(7);
        for (int i = 0; i < 500; i++) {
            byte[] bytes = new byte[random.nextInt(3000)];
            random.nextBytes(bytes);
            MailCompletenessProbe.of(bytes);
        }
        MailCompletenessProbe.of("content-type: multipart/x;\n ".repeat(20_000).getBytes(StandardCharsets.US_ASCII));
    }
}

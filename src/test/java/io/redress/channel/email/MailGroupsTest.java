package io.redress.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.handoff.MessageGroups;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailGroupsTest {

    private final MessageGroups groups = new MailGroups(UnaryOperator.identity());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: Lin <lin@example.com>\r\n\r\ntext",
                "Subject: x\r\nFROM: LIN@EXAMPLE.COM\r\n\r\ntext\r\n\r\nmore",
                "From: lin@example.com\n\ntext",
                "From: lin@example.com\r\rtext",
                "From: =?utf-8?B?5p6X?=\r\n <lin@example.com>\r\n\r\n",
                "From: lin@example.com"
            })
    void mails_of_one_sender_are_one_group_however_they_are_written(String mail) {
        assertThat(group(mail)).isEqualTo("lin@example.com lin@example.com");
    }

    @Test
    void a_form_that_answers_elsewhere_is_a_group_for_each_of_its_customers() {
        String form = "From: no-reply@shop.example\r\nReply-To: %s\r\n\r\ntext";
        assertThat(group(form.formatted("lin@example.com"))).isNotEqualTo(group(form.formatted("wu@example.com")));
    }

    @Test
    void a_sender_named_in_the_text_does_not_count() {
        assertThat(group("Subject: x\r\n\r\nFrom: lin@example.com\r\n")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\r\n\r\n", "From: nobody\r\n\r\n", "\u0000\u0001", "From:\r\n"})
    void a_mail_without_a_sender_needs_no_order(String mail) {
        assertThat(group(mail)).isNull();
    }

    @Test
    void bytes_that_are_no_mail_need_no_order_and_break_nothing() {
        var random = new Random(7);
        for (int i = 0; i < 200; i++) {
            byte[] bytes = new byte[random.nextInt(300_000)];
            random.nextBytes(bytes);
            assertThat(groups.groupOf("email", bytes)).isNull();
        }
    }

    @Test
    void other_formats_need_no_order() {
        assertThat(groups.groupOf("web-form", "From: lin@example.com\r\n\r\n".getBytes(StandardCharsets.UTF_8)))
                .isNull();
    }

    private String group(String mail) {
        return groups.groupOf("email", mail.getBytes(StandardCharsets.UTF_8));
    }
}

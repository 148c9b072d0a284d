package io.redress.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.channel.email.EmailNormalizer;
import io.redress.channel.email.MailRules;
import io.redress.configfile.InvalidConfiguration;
import io.redress.intake.ItemState;
import io.redress.intake.Original;
import io.redress.intake.RawMessage;
import io.redress.intake.Refusal;
import io.redress.mapping.PhoneNumbers;
import io.redress.reply.CustomerMessages.Occasion;
import io.redress.ticket.Ticket;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcknowledgementsTest {

    private static final String LINK = "https://shop.test/tickets/R-261121-7K3M9Q?token=a&b";

    private final CustomerMessages acknowledgements = acknowledgements(Path.of("config/templates"));

    private static CustomerMessages acknowledgements(Path templates) {
        var sender = new ReplySender("complaints@redress.test", "售后服务", ZoneId.of("Asia/Shanghai"), "zh-Hans");
        return new CustomerMessages(
                new MailTemplates(templates),
                sender,
                (category, language) -> category + "/" + language,
                List.of(CustomerMessages.ACKNOWLEDGEMENT));
    }

    private static Occasion occasion(Ticket ticket) {
        return new Occasion(
                ticket,
                true,
                LINK,
                LINK + "/callback",
                new MessageContent(CustomerMessages.ACKNOWLEDGEMENT.name(), Map.of(), Map.of()));
    }

    @Test
    void it_tells_number_understanding_time_and_link_in_the_customers_language() throws Exception {
        Map<String, String> times = Map.of(
                "zh-Hans", "2026年11月22日 14:00 (GMT+8)",
                "zh-Hant", "2026年11月22日 14:00 (GMT+8)",
                "en", "22 November 2026, 14:00 (GMT+8)");
        for (var time : times.entrySet()) {
            MimeMessage mail = mail(SampleTicket.of(time.getKey(), "Li", "色差", "颜色不对", "li@example.com"));
            assertThat(mail.getSubject()).contains("R-261121-7K3M9Q");
            assertThat(text(mail))
                    .contains(
                            "R-261121-7K3M9Q", "Li", "色差", "颜色不对", "mismatch/" + time.getKey(), time.getValue(), LINK);
            assertThat(html(mail))
                    .contains("<strong>R-261121-7K3M9Q</strong>", "token=a&amp;b", "lang=\"" + time.getKey());
        }
    }

    @Test
    void an_unknown_language_is_answered_in_the_shops_own() throws Exception {
        assertThat(mail(SampleTicket.of("und", null, "", "", "li@example.com")).getSubject())
                .startsWith("我们已收到您的投诉");
    }

    @Test
    void it_answers_the_customers_mail_and_no_machine_answers_it() throws Exception {
        MimeMessage mail = mail(SampleTicket.of("en", null, "s", "t", "li@example.com"));
        assertThat(header(mail, "Message-ID")).isEqualTo("<R-261121-7K3M9Q.ack@redress.test>");
        assertThat(header(mail, "In-Reply-To")).isEqualTo("<m1@example.com>");
        assertThat(header(mail, "References")).isEqualTo("<m1@example.com>");
        assertThat(header(mail, "Auto-Submitted")).isEqualTo("auto-replied");
        assertThat(header(mail, "Precedence")).isEqualTo("auto_reply");
        assertThat(header(mail, "X-Redress-Hub")).isEqualTo("redress.test");
    }

    @Test
    void it_goes_to_the_first_address_only() throws Exception {
        MimeMessage mail = mail(SampleTicket.of("en", null, "s", "t", "li@example.com", "other@example.com"));
        assertThat(Arrays.toString(mail.getAllRecipients())).isEqualTo("[li@example.com]");
    }

    @Test
    void nothing_of_the_customers_becomes_a_header_or_markup() throws Exception {
        String evil = "x\r\nBcc: victim@example.com\r\n\r\n<script>alert(1)</script>";
        MimeMessage mail = message(acknowledgements
                .mail(
                        occasion(SampleTicket.of("en", evil, evil, evil, "li@example.com")),
                        "ack",
                        "<a@b>\r\nBcc: v@example.com",
                        SampleTicket.NOW)
                .orElseThrow());
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getHeader("In-Reply-To")).isNull();
        assertThat(html(mail)).contains("&lt;script&gt;").doesNotContain("<script>");
    }

    @Test
    void an_address_that_is_none_gets_no_mail() {
        for (String address :
                new String[] {"li@example.com\r\nBcc: v@x.com", "a@x.com,b@x.com", "nobody", "<a@x.com>", "a b@x.com"
                }) {
            assertThat(acknowledgements.mail(
                            occasion(SampleTicket.of("en", null, "s", "t", address)), "ack", null, SampleTicket.NOW))
                    .as(address)
                    .isEmpty();
        }
        assertThat(acknowledgements.mail(
                        occasion(SampleTicket.of("en", null, "s", "t")), "ack", null, SampleTicket.NOW))
                .isEmpty();
    }

    @Test
    void the_hub_that_gets_its_own_acknowledgement_opens_no_ticket() throws Exception {
        byte[] mail = acknowledgements
                .mail(occasion(SampleTicket.of("en", null, "s", "t", "li@example.com")), "ack", null, SampleTicket.NOW)
                .orElseThrow()
                .bytes();
        var raw = new RawMessage("i", "n", "c", "email", SampleTicket.NOW, null, Map.of(), Original.inline(mail));
        var result = new EmailNormalizer(Set.of(), text -> "en", new PhoneNumbers("CN"), Set.of(), MailRules::none)
                .read(raw, mail);
        assertThat(result).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.state()).isEqualTo(ItemState.AUTO_REPLY);
            assertThat(refusal.references()).contains("R-261121-7K3M9Q");
        });
    }

    @Test
    void broken_templates_are_found_before_they_are_needed(@TempDir Path folder) throws IOException {
        try (var files = Files.list(Path.of("config/templates"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        Files.writeString(folder.resolve("acknowledgement.en.txt.ftl"), "Subject\n\n${numbr}\n");
        Files.writeString(folder.resolve("acknowledgement.zh-Hant.html.ftl"), "<p>\n<#if x>\n");
        Files.delete(folder.resolve("acknowledgement.zh-Hans.txt.ftl"));
        assertThatThrownBy(() -> acknowledgements(folder))
                .isInstanceOfSatisfying(InvalidConfiguration.class, e -> assertThat(e.findings())
                        .extracting(finding -> finding.file().getFileName() + ":" + finding.line())
                        .containsExactlyInAnyOrder(
                                "acknowledgement.zh-Hans.txt.ftl:0",
                                "acknowledgement.zh-Hant.html.ftl:2",
                                "acknowledgement.en.txt.ftl:3"));
    }

    private MimeMessage mail(Ticket ticket) throws Exception {
        return message(acknowledgements
                .mail(occasion(ticket), "ack", "<m1@example.com>", SampleTicket.NOW)
                .orElseThrow());
    }

    private static MimeMessage message(OutgoingMail mail) throws Exception {
        return new OutgoingMessages().message(mail.bytes());
    }

    private static String header(MimeMessage mail, String name) throws Exception {
        return mail.getHeader(name, "|");
    }

    private static String text(MimeMessage mail) throws Exception {
        return (String) ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent();
    }

    private static String html(MimeMessage mail) throws Exception {
        return (String) ((MimeMultipart) mail.getContent()).getBodyPart(1).getContent();
    }
}

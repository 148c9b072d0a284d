package io.redress.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.configfile.InvalidConfiguration;
import io.redress.reply.CustomerMessages.Occasion;
import io.redress.survey.workflow.SurveyInvitations;
import io.redress.ticket.Complaint;
import io.redress.ticket.Customer;
import io.redress.ticket.Product;
import io.redress.ticket.Ticket;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is mailed to an address that nothing proves quotes nothing that the sender wrote, whatever it is. */
class StrangersMailTest {

    private static final List<MessageTemplate> ALL = List.of(
            CustomerMessages.ACKNOWLEDGEMENT,
            CustomerNotifications.UPDATE,
            SurveyInvitations.SURVEY,
            SurveyInvitations.REMINDER,
            new MessageTemplate("callback-missed", Set.of(), true));

    private static final String BAIT = "PILLS";

    private final CustomerMessages messages = messages(Path.of("config/templates"));

    private static CustomerMessages messages(Path templates) {
        return new CustomerMessages(
                new MailTemplates(templates),
                new ReplySender("complaints@redress.test", "Shop", ZoneId.of("Asia/Shanghai"), "en"),
                (category, language) -> category,
                ALL);
    }

    static Stream<String> attacks() {
        return Stream.of(
                "PILLS",
                "Buy PILLS at https://pills.example/PILLS now",
                "www.pills.example/PILLS",
                "<a href=\"https://pills.example\">PILLS</a>",
                "<img src=//pills.example/PILLS><script>PILLS</script>",
                "${\"PILLS\"} ${7*7} <#assign x=\"PILLS\">${x}",
                "<#include \"/etc/passwd\"> PILLS",
                "PILLS\r\nBcc: victim@example.com\r\n\r\nPILLS",
                "PILLS\n\n-- \nYour bank\nhttps://pills.example",
                "\u202EPILLS\u2066",
                "=?utf-8?B?UElMTFM=?= PILLS",
                "[PILLS](https://pills.example)",
                "mailto:pills@pills.example?subject=PILLS",
                "hxxp://pills[.]example/PILLS tel:+8613800138000",
                "PILLS".repeat(2_000));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void no_message_to_a_stranger_in_any_language_quotes_the_sender(String attack) throws Exception {
        for (MessageTemplate template : ALL) {
            for (String language : MailTemplates.LANGUAGES) {
                Occasion occasion = occasion(template, ticket(attack, language), false);
                MimeMessage mail = new OutgoingMessages()
                        .message(messages.mail(occasion, "ack", "<m1@example.com>", SampleTicket.NOW)
                                .orElseThrow()
                                .bytes());
                String all = mail.getSubject() + part(mail, 0) + part(mail, 1) + messages.note(occasion);
                assertThat(all).as(template.name()).doesNotContainIgnoringCase(BAIT);
                assertThat(all.replaceAll("https://shop\\.test/", "")).doesNotContain("://");
                assertThat(mail.getSubject()).contains("R-261121-7K3M9Q").doesNotContain("Re:");
                assertThat(mail.getHeader("Bcc")).isNull();
                assertThat(mail.getHeader("In-Reply-To", "|")).isEqualTo("<m1@example.com>");
            }
        }
    }

    @Test
    void the_one_who_is_proved_reads_what_was_understood() throws Exception {
        Occasion occasion = occasion(CustomerMessages.ACKNOWLEDGEMENT, ticket("color is wrong", "en"), true);
        MimeMessage mail = new OutgoingMessages()
                .message(messages.mail(occasion, "ack", null, SampleTicket.NOW)
                        .orElseThrow()
                        .bytes());
        assertThat(part(mail, 0))
                .contains("Hello color is wrong", "Subject: color is wrong", "You wrote: color is wrong");
    }

    @Test
    void a_template_of_the_shop_cannot_quote_a_stranger_either(@TempDir Path folder) throws Exception {
        copy(folder);
        Files.writeString(
                folder.resolve("acknowledgement.en.txt.ftl"),
                "Re: ${subject} (${number})\nHello ${name}: ${excerpt}\n");
        Occasion occasion = occasion(CustomerMessages.ACKNOWLEDGEMENT, ticket("PILLS", "en"), false);
        MimeMessage mail = new OutgoingMessages()
                .message(messages(folder)
                        .mail(occasion, "ack", null, SampleTicket.NOW)
                        .orElseThrow()
                        .bytes());
        assertThat(mail.getSubject()).isEqualTo("Re:  (R-261121-7K3M9Q)");
        assertThat(part(mail, 0)).doesNotContain(BAIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"${name[0]}", "${subject?substring(0, 1)}", "${excerpt?split(\"x\")[1]}"})
    void a_template_that_breaks_without_the_senders_words_is_found_at_the_start(String line, @TempDir Path folder)
            throws IOException {
        copy(folder);
        Files.writeString(folder.resolve("acknowledgement.en.txt.ftl"), "Subject\n" + line + "\n");
        assertThatThrownBy(() -> messages(folder))
                .isInstanceOfSatisfying(InvalidConfiguration.class, e -> assertThat(e.findings())
                        .allSatisfy(finding -> assertThat(finding.line()).isEqualTo(2))
                        .isNotEmpty());
    }

    @Test
    void nobody_is_told_a_name_that_only_a_lookup_knew_however_well_the_sender_is_proved() throws Exception {
        for (MessageTemplate template : ALL) {
            for (String language : MailTemplates.LANGUAGES) {
                Occasion occasion = occasion(template, known(language, null), true);
                MimeMessage mail = new OutgoingMessages()
                        .message(messages.mail(occasion, "ack", "<m1@example.com>", SampleTicket.NOW)
                                .orElseThrow()
                                .bytes());
                assertThat(mail.getSubject() + part(mail, 0) + part(mail, 1) + messages.note(occasion))
                        .as(template.name() + " " + language)
                        .doesNotContain("Fang", BAIT);
            }
        }
        Occasion stated = occasion(CustomerMessages.ACKNOWLEDGEMENT, known("en", "Li Lei"), true);
        assertThat(messages.note(stated)
                        + new String(
                                messages.mail(stated, "ack", null, SampleTicket.NOW)
                                        .orElseThrow()
                                        .bytes(),
                                java.nio.charset.StandardCharsets.UTF_8))
                .contains("Li Lei");
    }

    /** A ticket whose customer gave a name or none, and of whom a CRM knew another. */
    private static Ticket known(String language, @Nullable String name) {
        Ticket plain = SampleTicket.of(language, name, "Kettle", "It leaks", "li@example.com");
        var crm = new Customer("Wang Fang", List.of(), List.of(), List.of(), "vip");
        return plain.completed(plain.customer().or(crm, "crm"), plain.product(), List.of());
    }

    private static Occasion occasion(MessageTemplate template, Ticket ticket, boolean proved) {
        Map<String, String> texts =
                switch (template.name()) {
                    case "update" -> Map.of("kind", "solved", "note", "", "remedy", "");
                    case "survey", "survey-reminder" ->
                        Map.of(
                                "scale",
                                "csat",
                                "surveyLink",
                                "https://shop.test/s?x=1",
                                "optOutLink",
                                "https://shop.test/o");
                    default -> Map.of();
                };
        Map<String, Instant> times =
                template.name().startsWith("survey") ? Map.of("expiresAt", SampleTicket.NOW) : Map.of();
        return new Occasion(
                ticket,
                proved,
                "https://shop.test/tickets/1",
                "https://shop.test/tickets/1/callback",
                new MessageContent(template.name(), texts, times));
    }

    private static Ticket ticket(String attack, String language) {
        Ticket plain = SampleTicket.of(language, attack, attack, attack, "victim@example.com");
        return new Ticket(
                plain.number(),
                plain.receivedAt(),
                plain.channel(),
                new Customer(attack, List.of(attack), plain.customer().emails(), List.of(attack), attack),
                new Product(attack, attack, attack, attack, null, null, attack),
                new Complaint(attack, attack, language, attack, null, List.of()),
                plain.triage(),
                plain.serviceLevel(),
                plain.owner(),
                plain.links(),
                plain.lookups(),
                plain.history());
    }

    private static void copy(Path folder) throws IOException {
        try (var files = Files.list(Path.of("config/templates"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    private static String part(MimeMessage mail, int part) throws Exception {
        return (String) ((MimeMultipart) mail.getContent()).getBodyPart(part).getContent();
    }
}

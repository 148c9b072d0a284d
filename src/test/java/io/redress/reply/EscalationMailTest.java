package io.redress.reply;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EscalationMailTest {

    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "en, warning, Time is running out",
        "en, breach, Limit passed",
        "en, escalation, Escalated to you",
        "en, priority, 'High priority, for your attention'",
        "zh-Hans, warning, 时限将至",
        "zh-Hans, breach, 已超过时限",
        "zh-Hans, escalation, 已升级，请您处理",
        "zh-Hans, priority, 高优先级，请您关注",
        "zh-Hant, warning, 時限將至",
        "zh-Hant, breach, 已超過時限",
        "zh-Hant, escalation, 已升級，請您處理",
        "zh-Hant, priority, 高優先等級，請您關注",
    })
    void each_kind_has_a_subject_in_words(String language, String type, String subject) throws Exception {
        MimeMessage mail = written(language, type, "resolution");

        assertThat(mail.getSubject()).startsWith(subject).contains("R-261123-7K9Q2M");
        assertThat(text(mail, 0)).contains("R-261123-7K9Q2M").doesNotContain(type + "\n");
        assertThat(Jsoup.parse(text(mail, 1)).select("strong").text()).isEqualTo(subject);
    }

    @ParameterizedTest
    @CsvSource({"en, Limit", "zh-Hans, 时限：", "zh-Hant, 時限："})
    void what_is_about_no_clock_names_no_limit(String language, String label) throws Exception {
        assertThat(text(written(language, "breach", "resolution"), 0)).contains(label);
        MimeMessage mail = written(language, "priority", "");
        assertThat(text(mail, 0)).doesNotContain(label);
        assertThat(text(mail, 1)).doesNotContain(label);
    }

    private static String text(MimeMessage mail, int part) throws Exception {
        return (String) ((MimeMultipart) mail.getContent()).getBodyPart(part).getContent();
    }

    private static MimeMessage written(String language, String type, String clock) throws Exception {
        var sender = new ReplySender("care@example.com", "Example", ZoneId.of("Asia/Shanghai"), language);
        var mails =
                new StaffMails(new MailTemplates(Path.of("config/templates")), sender, List.of(StaffMails.ESCALATION));
        var texts = Map.of("type", type, "clock", clock, "number", "R-261123-7K9Q2M", "role", "manager");
        OutgoingMail mail = mails.mail(
                        "boss@example.com", "-.1", new MessageContent("escalation", texts, Map.of()), NOW)
                .orElseThrow();
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail.bytes()));
    }
}

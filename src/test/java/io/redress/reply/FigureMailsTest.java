package io.redress.reply;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.figures.report.FigureMails;
import jakarta.mail.BodyPart;
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
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FigureMailsTest {

    private static final String EVIL = "<img src=x onerror=alert(1)>\"&";

    private static final MessageContent WEEK = new MessageContent(
            FigureMails.WEEKLY_REPORT.name(),
            Map.of("week", "2026-W47", "before", "2026-W46", "from", "2026-11-16", "to", "2026-11-22"),
            Map.of(),
            Map.of(
                    "figures",
                    List.of(
                            figure("in-time", "93.4 %", "88.0 %", "90.0 %", "yes"),
                            figure("csat", "4.61", "", "4.80", "no"),
                            figure("nps", "", "+12", "", "")),
                    "weeks",
                    List.of(bar("2026-W46", "30", "50"), bar("2026-W47", "60", "100")),
                    "categories",
                    List.of(),
                    "products",
                    List.of(bar(EVIL, "7", "100"), bar("tiles", "0", "0")),
                    "stores",
                    List.of(bar("Harbour St.", "5", "70")),
                    "rises",
                    List.of(Map.of("kind", "product", "name", EVIL, "count", "40", "expected", "5.0"))));

    private static Map<String, String> figure(String figure, String value, String before, String target, String met) {
        return Map.of("figure", figure, "value", value, "before", before, "of", "120", "target", target, "met", met);
    }

    private static Map<String, String> bar(String name, String count, String bar) {
        return Map.of(
                "name",
                name,
                "count",
                count,
                "before",
                "3",
                "bar",
                bar,
                "blocks",
                "█".repeat(Integer.parseInt(bar) / 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-Hans", "zh-Hant", "en"})
    void the_weekly_mail_has_a_chart_of_table_cells_and_a_text_that_says_the_same(String language) throws Exception {
        MimeMessage mail = written(language, WEEK);
        assertThat(mail.getSubject()).contains("2026-W47");
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        String text = (String) parts.getBodyPart(0).getContent();
        BodyPart last = parts.getBodyPart(1);
        assertThat(last.getContentType()).startsWith("text/html");
        Document html = Jsoup.parse((String) last.getContent());
        assertThat(html.select("td[bgcolor][width=50%]")).hasSize(1);
        assertThat(html.select("td[bgcolor][width=100%]")).hasSize(2);
        assertThat(html.select("img, link, script, [src], [background], [href]"))
                .isEmpty();
        assertThat(html.text()).contains("93.4 %", "88.0 %", "90.0 %", "4.61", "120", EVIL, "Harbour St.");
        assertThat(text)
                .contains("93.4 %", "88.0 %", "90.0 %", "4.61", "120", EVIL, "████████████████████ 60", "Harbour St.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-Hans", "zh-Hant", "en"})
    void the_mail_of_a_rise_names_it_and_escapes_its_name(String language) throws Exception {
        MimeMessage mail = written(
                language,
                new MessageContent(
                        FigureMails.RISE.name(),
                        Map.of("kind", "product", "name", EVIL, "count", "40", "expected", "5.0"),
                        Map.of()));
        assertThat(mail.getSubject()).contains(EVIL);
        assertThat(mail.getMessageID()).isEqualTo("<-.1@example.com>");
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        Document html = Jsoup.parse((String) parts.getBodyPart(1).getContent());
        assertThat(html.select("img")).isEmpty();
        assertThat(html.text()).contains(EVIL, "40", "5.0");
        assertThat((String) parts.getBodyPart(0).getContent()).contains(EVIL, "40", "5.0");
    }

    private static MimeMessage written(String language, MessageContent content) throws Exception {
        var sender = new ReplySender("care@example.com", "Example", ZoneId.of("Asia/Shanghai"), language);
        var mails = new StaffMails(
                new MailTemplates(Path.of("config/templates")),
                sender,
                List.of(FigureMails.WEEKLY_REPORT, FigureMails.RISE));
        OutgoingMail mail = mails.mail("boss@example.com", "-.1", content, Instant.parse("2026-11-23T00:00:00Z"))
                .orElseThrow();
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail.bytes()));
    }
}

package io.redress.reply;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.reply.CustomerMessages.Occasion;
import io.redress.survey.workflow.SurveyInvitations;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurveyMailTest {

    private static final String LINK = "https://help.example.com/surveys/abc?lang=en";
    private static final String OPT_OUT = "https://help.example.com/surveys/abc/opt-out?lang=en";

    private final CustomerMessages messages = new CustomerMessages(
            new MailTemplates(Path.of("config/templates")),
            new ReplySender("complaints@redress.test", "售后服务", ZoneId.of("Asia/Shanghai"), "zh-Hans"),
            (category, language) -> category,
            List.of(SurveyInvitations.SURVEY, SurveyInvitations.REMINDER));

    @ParameterizedTest
    @CsvSource({
        "survey,zh-Hans,很差,非常满意",
        "survey,zh-Hant,很差,非常滿意",
        "survey,en,Very poor,Very good",
        "survey-reminder,zh-Hans,很差,非常满意",
        "survey-reminder,zh-Hant,很差,非常滿意",
        "survey-reminder,en,Very poor,Very good"
    })
    void each_score_is_a_link_with_its_word(String template, String language, String worst, String best)
            throws Exception {
        MimeMessage mail = mail(template, language, "csat");
        Document html = html(mail);

        assertThat(mail.getSubject()).contains("R-261121-7K3M9Q");
        assertThat(html.select("html").attr("lang")).isEqualTo(language);
        for (int score = 1; score <= 5; score++) {
            assertThat(html.select("a[href=" + LINK + "&score=" + score + "]")).hasSize(1);
            assertThat(text(mail)).contains(LINK + "&score=" + score + "\n");
        }
        assertThat(html.select("a[href$=score=1]").text()).contains(worst);
        assertThat(html.select("a[href$=score=5]").text()).contains(best);
        assertThat(html.select("a[href=" + OPT_OUT + "]")).hasSize(1);
        assertThat(html.select("img, script, link")).isEmpty();
        assertThat(html.text()).contains("21", "2026").doesNotContain("${");
    }

    @ParameterizedTest
    @CsvSource({
        "survey,zh-Hans",
        "survey,zh-Hant",
        "survey,en",
        "survey-reminder,zh-Hans",
        "survey-reminder,zh-Hant",
        "survey-reminder,en"
    })
    void where_only_nps_is_asked_there_are_eleven_links(String template, String language) throws Exception {
        MimeMessage mail = mail(template, language, "nps");

        assertThat(html(mail).select("a[href^=" + LINK + "&score=]")).hasSize(11);
        assertThat(text(mail)).contains(LINK).doesNotContain("score=");
        assertThat(messages.note(occasion(template, language, "nps"))).contains(LINK, OPT_OUT);
    }

    @ParameterizedTest
    @CsvSource({"survey", "survey-reminder"})
    void a_mail_program_can_decline_with_one_click(String template) throws Exception {
        MimeMessage mail = mail(template, "en", "csat");

        assertThat(mail.getHeader("List-Unsubscribe", null)).isEqualTo("<" + OPT_OUT + ">");
        assertThat(mail.getHeader("List-Unsubscribe-Post", null)).isEqualTo("List-Unsubscribe=One-Click");
    }

    private MimeMessage mail(String template, String language, String scale) throws Exception {
        byte[] mail = messages.mail(occasion(template, language, scale), "s1", null, SampleTicket.NOW)
                .orElseThrow()
                .bytes();
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
    }

    private static Occasion occasion(String template, String language, String scale) {
        var content = new MessageContent(
                template,
                Map.of("surveyLink", LINK, "optOutLink", OPT_OUT, "scale", scale),
                Map.of("expiresAt", SampleTicket.NOW));
        return new Occasion(
                SampleTicket.of(language, "Li", "色差", "颜色不对", "li@example.com"),
                true,
                "https://x.test",
                "https://x.test/callback",
                content);
    }

    private static String text(MimeMessage mail) throws Exception {
        return ((String) ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent()).replace("\r\n", "\n");
    }

    private static Document html(MimeMessage mail) throws Exception {
        return Jsoup.parse(
                (String) ((MimeMultipart) mail.getContent()).getBodyPart(1).getContent());
    }
}

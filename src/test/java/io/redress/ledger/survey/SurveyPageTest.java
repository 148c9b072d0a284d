package io.redress.ledger.survey;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.lifecycle.TicketStatus;
import io.redress.lifecycle.UpdateKind;
import io.redress.survey.SurveyAnswer;
import io.redress.survey.SurveyQuestions;
import io.redress.survey.SurveyRules;
import io.redress.survey.SurveyState;
import io.redress.survey.SurveyToken;
import io.redress.web.PageResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SurveyPageTest extends SurveyHub {

    @BeforeEach
    void sent() {
        ticket(TICKET, "li@example.com");
        confirmed(TICKET);
    }

    @Test
    void to_open_the_link_shows_the_score_and_does_not_vote() {
        for (int i = 0; i < 3; i++) {
            PageResponse response = page.show(token(TICKET), "4", "en", null);

            assertThat(response.status()).isEqualTo(200);
            assertThat(document(response).select("input[name=csat][checked]").eachAttr("value"))
                    .containsExactly("4");
        }
        assertThat(survey(TICKET).state()).isEqualTo(SurveyState.SENT);
        assertThat(status(TICKET)).isEqualTo(TicketStatus.SURVEYED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "6", "-1", "99999999999999999999", "<script>", "\" onfocus=x"})
    void a_score_that_is_none_chooses_nothing(String score) {
        Document shown = document(page.show(token(TICKET), score, "en", null));

        assertThat(shown.select("input[checked], script")).isEmpty();
    }

    @Test
    void to_send_the_form_votes() {
        PageResponse response = submit(token(TICKET), "csat", "4", "nps", "9", "solved", "yes", "comment", "谢谢\r\n很快");

        assertThat(response.status()).isEqualTo(200);
        assertThat(document(response).text()).contains("Thank you");
        assertThat(survey(TICKET).answer()).isEqualTo(new SurveyAnswer(4, 9, true, "谢谢\n很快"));
        assertThat(status(TICKET)).isEqualTo(TicketStatus.CLOSED);
    }

    @Test
    void a_double_click_is_harmless_and_a_second_answer_is_refused() {
        String token = token(TICKET);
        submit(token, "csat", "5");

        PageResponse again = submit(token, "csat", "5");
        PageResponse other = submit(token, "csat", "1", "solved", "no");

        assertThat(again.status()).isEqualTo(200);
        assertThat(document(again).text()).contains("Thank you");
        assertThat(other.status()).isEqualTo(409);
        assertThat(document(other).text()).contains("already been answered");
        assertThat(document(page.show(token, "1", "en", null)).text()).contains("already been answered");
        assertThat(page.show(token, "1", "en", null).status()).isEqualTo(200);
        assertThat(survey(TICKET).answer()).isEqualTo(new SurveyAnswer(5, null, null, null));
    }

    @Test
    void not_solved_is_taken_up_again() {
        String token = token(TICKET);

        PageResponse response = submit(token, "csat", "1", "solved", "no", "comment", "<b>broken</b>");

        assertThat(document(response).text()).contains("open again");
        assertThat(status(TICKET)).isEqualTo(TicketStatus.REOPENED);
        assertThat(page.show(token, null, "en", null).status()).isEqualTo(200);
    }

    @Test
    void an_expired_link_takes_nothing() {
        String token = token(TICKET);
        clock.pass(Duration.ofDays(14));

        assertThat(page.show(token, "5", "en", null).status()).isEqualTo(410);
        assertThat(submit(token, "csat", "5").status()).isEqualTo(410);
        assertThat(document(submit(token, "csat", "5")).text()).contains("expired");
        assertThat(survey(TICKET).answer()).isNull();
    }

    @Test
    void a_tampered_link_opens_nothing() {
        String token = token(TICKET);
        var survey = survey(TICKET);
        byte[] otherKey = new byte[32];
        otherKey[0] = 1;
        String forged = new SurveyToken(otherKey).of(survey.id(), survey.expiresAt());
        String longer =
                new SurveyToken(otherKey).of(survey.id(), survey.expiresAt().plusSeconds(86_400));

        for (String wrong : List.of(forged, longer, token.substring(1), token + "A", "x", "<script>")) {
            assertThat(page.show(wrong, "5", "en", null).status()).isEqualTo(404);
            assertThat(submit(wrong, "csat", "5").status()).isEqualTo(404);
            assertThat(optOutPage.show(wrong, "en", null).status()).isEqualTo(404);
            assertThat(optOutPage.submit(wrong, "en", null).status()).isEqualTo(404);
            assertThat(document(page.show(wrong, "5", "en", null)).html()).doesNotContain("<script>");
        }
        assertThat(survey(TICKET).answer()).isNull();
    }

    @Test
    void a_genuine_link_to_a_survey_that_was_never_sent_opens_nothing() {
        String number = "R-261122-BBBBBB";
        surveyOptOuts.decline(List.of("no@example.com"), List.of(), List.of());
        ticket(number, "no@example.com");
        confirmed(number);

        assertThat(page.show(token(number), null, "en", null).status()).isEqualTo(404);
    }

    @Test
    void a_link_of_a_ticket_that_was_reopened_says_so() {
        String token = token(TICKET);
        news(TICKET, UpdateKind.REOPENED);

        PageResponse response = page.show(token, "5", "en", null);

        assertThat(response.status()).isEqualTo(410);
        assertThat(document(response).text()).contains("being worked on again");
        assertThat(submit(token, "csat", "5").status()).isEqualTo(410);
    }

    @ParameterizedTest
    @CsvSource({
        "csat,''",
        "csat,0",
        "csat,6",
        "csat,5.0",
        "csat,five",
        "nps,11",
        "nps,-1",
        "solved,perhaps",
        "comment,long",
    })
    void what_cannot_be_taken_is_named_beside_its_field(String field, String value) {
        String written = value.equals("long") ? "x".repeat(2_001) : value;

        PageResponse response = field.equals("csat")
                ? submit(token(TICKET), "csat", written, "comment", "<i>kept</i>")
                : submit(token(TICKET), "csat", "3", field, written);

        Document shown = document(response);
        assertThat(response.status()).isEqualTo(400);
        assertThat(shown.selectFirst("[role=alert] a").attr("href")).isEqualTo("#" + field);
        assertThat(shown.getElementById(field + "-error").text()).isNotBlank();
        assertThat(shown.select("i")).isEmpty();
        assertThat(survey(TICKET).state()).isEqualTo(SurveyState.SENT);
    }

    @Test
    void where_only_nps_is_asked_the_score_is_one_of_its_scale() {
        rules = asking(SurveyQuestions.NPS);
        Document shown = document(page.show(token(TICKET), "9", "en", null));

        assertThat(shown.select("input[name=csat]")).isEmpty();
        assertThat(shown.select("input[name=nps][checked]").eachAttr("value")).containsExactly("9");
        assertThat(submit(token(TICKET), "csat", "5").status()).isEqualTo(400);
        assertThat(submit(token(TICKET), "nps", "9").status()).isEqualTo(200);
        assertThat(survey(TICKET).answer()).isEqualTo(new SurveyAnswer(null, 9, null, null));
    }

    @Test
    void where_only_csat_is_asked_the_other_scale_is_not_there() {
        rules = asking(SurveyQuestions.CSAT);

        assertThat(document(page.show(token(TICKET), null, "en", null)).select("input[name=nps]"))
                .isEmpty();
        submit(token(TICKET), "csat", "5", "nps", "0");
        assertThat(survey(TICKET).answer()).isEqualTo(new SurveyAnswer(5, null, null, null));
    }

    private SurveyRules asking(SurveyQuestions questions) {
        return new SurveyRules(
                questions,
                rules.after(),
                rules.withoutCallbackAfter(),
                rules.gap(),
                rules.reminderAfter(),
                rules.expiresAfter(),
                rules.closeAfter(),
                rules.sampling(),
                rules.otherSampling(),
                rules.lowCsat(),
                rules.lowNps(),
                rules.outside());
    }

    @Test
    void the_mistakes_are_listed_in_the_order_of_the_page() {
        Document shown = document(submit(token(TICKET), "nps", "11", "solved", "perhaps"));

        assertThat(shown.select("[role=alert] a").eachAttr("href")).containsExactly("#csat", "#solved", "#nps");
    }

    @Test
    void to_decline_takes_a_click_on_the_page_not_only_the_link() {
        String token = token(TICKET);
        PageResponse asked = optOutPage.show(token, "en", null);
        assertThat(document(asked).select("form[method=post] button")).hasSize(1);
        assertThat(declined()).isFalse();

        PageResponse done = optOutPage.submit(token, "en", null);

        assertThat(done.status()).isEqualTo(200);
        assertThat(document(done).text()).contains("no more surveys");
        assertThat(declined()).isTrue();
        assertThat(optOutPage.submit(token, "en", null).status()).isEqualTo(200);
    }

    @Test
    void to_decline_works_after_the_link_has_expired_and_stops_the_reminder() {
        optOutPage.submit(token(TICKET), "en", null);
        days(6);
        assertThat(messages("survey-reminder")).isEmpty();
        clock.pass(Duration.ofDays(100));

        assertThat(optOutPage.submit(token(TICKET), "en", null).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"zh-Hans,请为我们的处理打分,非常满意", "zh-Hant,請為我們的處理評分,非常滿意", "en,How did we do?,Very good"})
    void the_page_speaks_three_languages_and_every_field_has_its_label(String language, String title, String best) {
        for (PageResponse response : List.of(
                page.show(token(TICKET), "3", language, null),
                transaction.execute(any -> page.submit(token(TICKET), java.util.Map.of(), language, null)))) {
            Document shown = document(response);
            assertThat(shown.selectFirst("html").attr("lang")).isEqualTo(language);
            assertThat(shown.title()).contains(title);
            assertThat(shown.select("label[for=csat-5]").text()).contains(best);
            for (Element field : shown.select("input, textarea")) {
                assertThat(shown.select("label[for=" + field.id() + "]"))
                        .as(field.id())
                        .hasSize(1);
            }
            assertThat(shown.select("fieldset")).hasSize(3).allSatisfy(group -> assertThat(
                            group.children().first().normalName())
                    .isEqualTo("legend"));
            assertThat(shown.select("[aria-describedby]")).allSatisfy(element -> {
                for (String id : element.attr("aria-describedby").split(" ", -1)) {
                    assertThat(shown.getElementById(id)).as(id).isNotNull();
                }
            });
            assertThat(shown.select("input[name=nps]")).hasSize(11);
            assertThat(shown.select("script, img, [onclick], [style], link")).isEmpty();
            assertThat(shown.select("form").attr("action"))
                    .isEqualTo("/surveys/" + token(TICKET) + "?lang=" + language);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-Hans", "zh-Hant", "en"})
    void every_end_has_words_in_every_language(String language) {
        String token = token(TICKET);
        assertThat(words(page.show("x", null, language, null))).isNotBlank();
        assertThat(words(optOutPage.show(token, language, null))).isNotBlank();
        assertThat(words(optOutPage.submit(token, language, null))).isNotBlank();
        assertThat(words(transaction.execute(any -> page.submit(token, java.util.Map.of("csat", "5"), language, null))))
                .isNotBlank();
        assertThat(words(page.show(token, null, language, null))).isNotBlank();
    }

    private boolean declined() {
        return persons.declined(personHashes.of(List.of("li@example.com"), List.of(), List.of()));
    }

    private static String words(PageResponse response) {
        return document(response).select("h1").text();
    }

    private static Document document(PageResponse response) {
        return Jsoup.parse(new String(response.content(), StandardCharsets.UTF_8));
    }
}

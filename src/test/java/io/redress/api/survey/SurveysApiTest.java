package io.redress.api.survey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.api.OpsHub;
import io.redress.survey.Survey;
import io.redress.survey.SurveyLinks;
import io.redress.survey.SurveyState;
import io.redress.survey.Surveys;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class SurveysApiTest extends OpsHub {

    private static final Instant SENT = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @Autowired
    Surveys surveys;

    @Autowired
    SurveyLinks links;

    @Autowired
    JdbcClient jdbc;

    @Test
    void an_answer_of_a_survey_tool_counts_once() throws Exception {
        Survey survey = sent("R-261122-APA001");
        String answers = "/api/surveys/" + survey.id() + "/answers";

        HttpResponse<String> first = post(answers, "{\"csat\": 5, \"nps\": 9, \"comment\": \"quick\"}");
        HttpResponse<String> again = post(answers, "{\"csat\": 5, \"nps\": 9, \"comment\": \"quick\"}");
        HttpResponse<String> other = post(answers, "{\"csat\": 1, \"solved\": false}");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(read(first).at("/answer/csat").asInt()).isEqualTo(5);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(read(other).path("remedy").asText()).isNotEmpty();
        JsonNode ticket = read(get("/api/tickets/R-261122-APA001"));
        assertThat(ticket.path("status").asText()).isEqualTo("closed");
        assertThat(ticket.path("history").findValuesAsText("why"))
                .contains("CSAT 5 of 5, NPS 9, with a comment", "the customer confirmed");
        assertThat(read(get("/api/surveys/" + survey.id())).path("state").asText())
                .isEqualTo("answered");
        assertThat(get("/actuator/prometheus").body())
                .contains("redress_surveys_answered_total", "redress_surveys_csat");
    }

    @Test
    void what_cannot_be_taken_is_named() throws Exception {
        Survey survey = sent("R-261122-APA002");
        String answers = "/api/surveys/" + survey.id() + "/answers";

        for (String wrong : List.of("{\"csat\": 6}", "{\"nps\": 11}", "{}", "{\"csat\": \"x\"}", "[", "")) {
            assertThat(post(answers, wrong).statusCode()).as(wrong).isEqualTo(400);
        }
        assertThat(read(post(answers, "{\"nps\": 11}")).path("parameter").asText())
                .isEqualTo("nps");
        assertThat(post("/api/surveys/" + UUID.randomUUID() + "/answers", "{\"csat\": 3}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("/api/surveys/nonsense").statusCode()).isEqualTo(400);
        assertThat(get("/api/surveys/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(get("/api/surveys?state=lost").statusCode()).isEqualTo(400);
        assertThat(get("/api/surveys?cursor=bm9uc2Vuc2U").statusCode()).isEqualTo(400);
    }

    @Test
    void the_list_runs_from_the_newest_to_the_oldest_and_can_be_narrowed() throws Exception {
        for (int i = 0; i < 5; i++) {
            sent("R-261122-APB00" + i);
        }
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = read(get("/api/surveys?state=sent&from=" + SENT + "&size=2&cursor=" + cursor));
            page.path("items").forEach(survey -> seen.add(survey.path("ticket").asText()));
            cursor = page.path("next").asText("");
        } while (!cursor.equals("null") && !cursor.isEmpty());
        assertThat(seen)
                .doesNotHaveDuplicates()
                .filteredOn(number -> number.startsWith("R-261122-APB"))
                .hasSize(5);

        JsonNode one = read(get("/api/surveys?ticket=R-261122-APB003")).path("items");
        assertThat(one).hasSize(1);
        assertThat(one.get(0).path("way").asText()).isEqualTo("message");
        assertThat(read(get("/api/surveys?ticket=R-261122-APB003&state=answered"))
                        .path("items"))
                .isEmpty();
        assertThat(read(get("/api/surveys?ticket=R-261122-APB003&to=2026-01-01"))
                        .path("items"))
                .isEmpty();
    }

    @Test
    void to_decline_by_the_api_takes_an_address() throws Exception {
        assertThat(post("/api/surveys/opt-outs", "{}").statusCode()).isEqualTo(400);
        assertThat(post("/api/surveys/opt-outs", "{\"phone\": \"138 0013 8000\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(jdbc.sql("select count(*) from survey_opt_out")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void a_customer_needs_the_link_and_no_key_and_votes_by_the_form_only() {
        Survey survey = sent("R-261122-APC001");
        String path = URI.create(links.survey(survey, "en")).getPath();

        HttpResponse<String> shown = send(request(path + "?score=4&lang=en"));
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(Jsoup.parse(shown.body()).select("input[name=csat][checked]").val())
                .isEqualTo("4");
        assertThat(shown.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'");
        assertThat(state(survey)).isEqualTo(SurveyState.SENT);

        HttpResponse<String> thanked = send(request(path + "?lang=en")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("csat=3&nps=7&solved=yes&comment=%E8%B0%A2%E8%B0%A2")));

        assertThat(thanked.statusCode()).isEqualTo(200);
        assertThat(thanked.body()).contains("Thank you");
        assertThat(surveys.find(survey.id()).orElseThrow().answer().comment()).isEqualTo("谢谢");
    }

    @Test
    void a_mail_program_declines_with_one_click() {
        Survey survey = sent("R-261122-APC002");
        String path = URI.create(links.optOut(survey, "en")).getPath() + "?lang=en";

        assertThat(send(request(path)).statusCode()).isEqualTo(200);
        HttpResponse<String> done = send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click")));
        HttpResponse<String> multipart = send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofString("--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\n"
                        + "One-Click\r\n--x--\r\n")));

        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(multipart.statusCode()).isEqualTo(200);
        assertThat(done.body()).contains("no more surveys");
    }

    private SurveyState state(Survey survey) {
        return surveys.find(survey.id()).orElseThrow().state();
    }

    private Survey sent(String number) {
        rows.ticket(number, "surveyed", SENT, "Li", "because");
        jdbc.sql("update ticket set status = 'surveyed' where number = ?")
                .param(number)
                .update();
        var survey = new Survey(
                UUID.randomUUID(),
                number,
                1,
                SurveyState.SENT,
                "message",
                SENT,
                SENT.plus(Duration.ofDays(14)),
                null,
                null,
                null);
        assertThat(surveys.add(survey)).isTrue();
        return survey;
    }

    private HttpResponse<String> post(String path, String body) {
        return send(request(path)
                .header("Authorization", "Bearer " + KEY)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }
}

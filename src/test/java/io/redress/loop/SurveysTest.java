package io.redress.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.survey.SurveyAnswer;
import io.redress.survey.workflow.SurveyAnswers;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class SurveysTest extends LoopHub {

    @Autowired
    SurveyAnswers answers;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Test
    void who_cannot_be_reached_gets_no_survey_and_silence_closes_the_ticket() {
        String number = opened();
        solved(number);
        awaitHappened(number, "surveyed");
        assertThat(happened(number)).anyMatch(event -> event.endsWith("no survey: no e-mail, phone or chat is known"));

        clock.pass(Duration.ofDays(7));

        awaitHappened(number, "closed");
        assertThat(happened(number)).anyMatch(event -> event.endsWith("silent for 7 days"));
    }

    @Test
    void a_survey_goes_to_its_queue_and_a_low_score_comes_back_as_one_escalation() {
        String number = phoned("+8613800138001");
        solved(number);
        JsonNode due = news("surveys.due", number, 1).get(0);
        assertThat(due.path("phone").asText()).isEqualTo("+8613800138001");
        assertThat(due.path("link").asText()).startsWith("http://localhost:8080/surveys/");

        answer(due, new SurveyAnswer(1, 2, null, "slow"));
        answer(due, new SurveyAnswer(1, 2, null, "slow"));

        assertThat(news("escalations", number, 1)).hasSize(1).allSatisfy(news -> {
            assertThat(news.path("type").asText()).isEqualTo("low-score");
            assertThat(news.path("csat").asInt()).isEqualTo(1);
        });
        assertThat(ticket(number).status()).isEqualTo("surveyed");
    }

    @Test
    void not_solved_reopens_one_level_up_with_the_same_number() {
        String number = phoned("+8613800138002");
        solved(number);
        JsonNode due = news("surveys.due", number, 1).get(0);

        answer(due, new SurveyAnswer(null, null, false, "still broken"));

        awaitHappened(number, "reopened");
        assertThat(happened(number)).anyMatch(event -> event.endsWith("still broken"));
        assertThat(jdbc.sql("select level from ticket where number = ?")
                        .param(number)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private void solved(String number) {
        update(number, "s-1", "solved", "remedy", "door replaced");
        await().atMost(SOON).until(() -> happened(number).contains("solved: door replaced"));
        update(number, "s-2", "callback", "reason", "confirmed");
    }

    private String phoned(String phone) {
        String number = opened();
        jdbc.sql(
                        "update ticket set document = jsonb_set(document, '{customer,phones}', to_jsonb(array[?])) where number = ?")
                .params(phone, number)
                .update();
        return number;
    }

    private void answer(JsonNode due, SurveyAnswer answer) {
        transaction.executeWithoutResult(
                status -> answers.take(UUID.fromString(due.path("id").asText()), answer, "tool"));
    }
}

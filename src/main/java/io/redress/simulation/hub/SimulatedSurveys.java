package io.redress.simulation.hub;

import io.redress.simulation.SimulatedRespondents;
import io.redress.survey.SurveyAnswer;
import io.redress.survey.workflow.SurveyAnswers;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What customers of a simulation get of surveys, and the answers that they give on their pages. */
final class SimulatedSurveys {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final SurveyAnswers answers;
    private final SimulatedRespondents respondents;

    SimulatedSurveys(SimulatedHub hub, SimulatedRespondents respondents) {
        this.jdbc = hub.bean(JdbcClient.class);
        this.transaction = hub.bean(TransactionTemplate.class);
        this.answers = hub.bean(SurveyAnswers.class);
        this.respondents = respondents;
    }

    /** Lets the customers have the surveys that were sent at this moment. */
    void deliver(Instant now) {
        jdbc.sql(
                        "select id, ticket_number, round from survey where decided_at = ? and state = 'sent' order by ticket_number")
                .param(now.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    respondents.asked(
                            row.getObject("id", UUID.class), row.getString("ticket_number"), row.getInt("round"), now);
                });
    }

    void answer(UUID survey, SurveyAnswer answer) {
        transaction.executeWithoutResult(status -> answers.take(survey, answer, "customer"));
    }
}

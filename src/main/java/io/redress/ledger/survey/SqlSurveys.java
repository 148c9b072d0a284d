package io.redress.ledger.survey;

import static io.redress.ledger.PostgresValues.utc;

import io.redress.survey.Survey;
import io.redress.survey.SurveyAnswer;
import io.redress.survey.SurveyState;
import io.redress.survey.Surveys;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code survey}. */
public final class SqlSurveys implements Surveys {

    private final JdbcClient jdbc;

    public SqlSurveys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean add(Survey survey) {
        return jdbc.sql("""
                        insert into survey (id, ticket_number, round, state, way, decided_at, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                        .param(survey.id())
                        .param(survey.ticket())
                        .param(survey.round())
                        .param(survey.state().key())
                        .param(survey.way())
                        .param(utc(survey.decidedAt()))
                        .param(utc(survey.expiresAt()))
                        .update()
                == 1;
    }

    @Override
    public Optional<Survey> find(UUID id) {
        return jdbc.sql("select * from survey where id = ?")
                .param(id)
                .query(SurveyRow::read)
                .optional();
    }

    @Override
    public Optional<Survey> find(String ticket, int round) {
        return jdbc.sql("select * from survey where ticket_number = ? and round = ?")
                .params(ticket, round)
                .query(SurveyRow::read)
                .optional();
    }

    @Override
    public Optional<Survey> lock(UUID id) {
        // The ticket first, as whoever reopens it does: else two could wait for each other.
        jdbc.sql("select 1 from ticket where number = (select ticket_number from survey where id = ?) for update")
                .param(id)
                .query((row, n) -> true)
                .optional();
        return jdbc.sql("select * from survey where id = ? for update")
                .param(id)
                .query(SurveyRow::read)
                .optional();
    }

    @Override
    public void answered(UUID id, SurveyAnswer answer, String by, Instant now) {
        String comment = answer.comment();
        jdbc.sql("""
                update survey set state = ?, answered_at = ?, answered_by = ?, csat = ?, nps = ?, solved = ?,
                                  comment = ?
                where id = ?
                """)
                .param(SurveyState.ANSWERED.key())
                .param(utc(now))
                .param(by)
                .param(answer.csat())
                .param(answer.nps())
                .param(answer.solved())
                .param(comment)
                .param(id)
                .update();
    }

    @Override
    public void reminded(UUID id, Instant now) {
        jdbc.sql("update survey set reminded_at = ? where id = ?")
                .params(utc(now), id)
                .update();
    }

    @Override
    public void withdraw(String ticket) {
        jdbc.sql("update survey set state = ? where ticket_number = ? and state = ?")
                .params(SurveyState.WITHDRAWN.key(), ticket, SurveyState.SENT.key())
                .update();
    }
}

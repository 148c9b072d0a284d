package io.redress.ledger.survey;

import static io.redress.ledger.PostgresValues.instant;
import static io.redress.ledger.PostgresValues.instantOrNull;

import io.redress.survey.Survey;
import io.redress.survey.SurveyAnswer;
import io.redress.survey.SurveyState;
import io.redress.ticket.KeyedEnum;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/** A row of the table {@code survey}. */
final class SurveyRow {

    private SurveyRow() {}

    static Survey read(ResultSet row, int number) throws SQLException {
        Instant answered = instantOrNull(row, "answered_at");
        return new Survey(
                row.getObject("id", UUID.class),
                row.getString("ticket_number"),
                row.getInt("round"),
                KeyedEnum.known(SurveyState.class, row.getString("state")),
                row.getString("way"),
                instant(row, "decided_at"),
                instant(row, "expires_at"),
                instantOrNull(row, "reminded_at"),
                answered,
                answered == null ? null : answer(row));
    }

    private static SurveyAnswer answer(ResultSet row) throws SQLException {
        return new SurveyAnswer(
                row.getObject("csat", Integer.class),
                row.getObject("nps", Integer.class),
                row.getObject("solved", Boolean.class),
                row.getString("comment"));
    }
}

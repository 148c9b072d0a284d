package io.redress.ledger.survey;

import io.redress.survey.Survey;
import io.redress.survey.SurveyAnswer;
import io.redress.survey.SurveyState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the table {@code survey}. */
final class SurveyRow {

    private SurveyRow() {}

    static Survey read(ResultSet row, int number) throws SQLException {
        Instant answered = instant(row, "answered_at");
        return new Survey(
                row.getObject("id", UUID.class),
                row.getString("ticket_number"),
                row.getInt("round"),
                SurveyState.of(row.getString("state")),
                row.getString("way"),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                instant(row, "reminded_at"),
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

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}

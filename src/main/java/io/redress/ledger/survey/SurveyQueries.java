package io.redress.ledger.survey;

import io.redress.ledger.ListPosition;
import io.redress.ledger.SqlConditions;
import io.redress.survey.Survey;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists surveys. */
public final class SurveyQueries {

    private final JdbcClient jdbc;

    public SurveyQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Up to {@code size} surveys older than {@code after}, the newest first. */
    public List<Survey> find(SurveySearch search, @Nullable ListPosition after, int size) {
        var conditions = new SqlConditions()
                .and("ticket_number = :ticket", "ticket", search.ticket())
                .and("state = :state", "state", search.state())
                .and("decided_at >= :from", "from", search.from())
                .and("decided_at < :to", "to", search.to())
                .after(after, "decided_at", "id::uuid");
        return jdbc.sql("select * from survey " + conditions.where() + " order by decided_at desc, id desc limit "
                        + size)
                .params(conditions.parameters())
                .query(SurveyRow::read)
                .list();
    }
}

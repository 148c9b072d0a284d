package io.redress.ledger.survey;

import static io.redress.ledger.PostgresValues.utc;
import static io.redress.ledger.PostgresValues.utcOrNull;

import io.redress.ledger.ListPosition;
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
        return jdbc.sql("""
                        select * from survey
                        where (cast(:ticket as text) is null or ticket_number = :ticket)
                          and (cast(:state as text) is null or state = :state)
                          and (cast(:from as timestamptz) is null or decided_at >= :from)
                          and (cast(:to as timestamptz) is null or decided_at < :to)
                          and (cast(:at as timestamptz) is null or (decided_at, id) < (:at, cast(:key as uuid)))
                        order by decided_at desc, id desc limit :size
                        """)
                .param("ticket", search.ticket())
                .param("state", search.state())
                .param("from", utcOrNull(search.from()))
                .param("to", utcOrNull(search.to()))
                .param("at", after == null ? null : utc(after.at()))
                .param("key", after == null ? null : after.key())
                .param("size", size)
                .query(SurveyRow::read)
                .list();
    }
}

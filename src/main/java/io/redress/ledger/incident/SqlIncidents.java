package io.redress.ledger.incident;

import static io.redress.ledger.PostgresValues.instant;
import static io.redress.ledger.PostgresValues.instantOrNull;
import static io.redress.ledger.PostgresValues.text;
import static io.redress.ledger.PostgresValues.textOrNull;
import static io.redress.ledger.PostgresValues.utc;
import static io.redress.ledger.PostgresValues.utcOrNull;

import io.redress.incident.Incident;
import io.redress.incident.IncidentProblem;
import io.redress.incident.IncidentSubject;
import io.redress.incident.Incidents;
import io.redress.ledger.ListPosition;
import io.redress.ledger.SqlConditions;
import io.redress.ticket.KeyedEnum;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code incident}. How long an observer has been silent, the database's clock says, which all nodes share. */
public final class SqlIncidents implements Incidents {

    private final JdbcClient jdbc;

    public SqlIncidents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Incident> observedBy(String node) {
        return jdbc.sql("""
                        select * from incident where ended_at is null
                          and (observer = :node or seen_at < clock_timestamp() - make_interval(secs => :silence))
                        """)
                .param("node", node)
                .param("silence", SILENCE.toSeconds())
                .query(SqlIncidents::incident)
                .list();
    }

    @Override
    public boolean begin(Incident incident, String node) {
        IncidentProblem problem = incident.trouble();
        return jdbc.sql("""
                        insert into incident (id, kind, name, problem, error, remedy, began_at, observer, seen_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, clock_timestamp()) on conflict do nothing
                        """)
                        .params(
                                incident.id(),
                                incident.subject().kind().key(),
                                text(incident.subject().name()))
                        .params(text(problem.problem()), textOrNull(problem.error()), textOrNull(problem.remedy()))
                        .params(utc(incident.began()), node)
                        .update()
                > 0;
    }

    @Override
    public void seen(Incident incident, String node) {
        jdbc.sql("update incident set observer = ?, seen_at = clock_timestamp() where id = ?")
                .params(node, incident.id())
                .update();
    }

    @Override
    public boolean end(Incident incident) {
        return jdbc.sql("update incident set ended_at = ? where id = ? and ended_at is null")
                        .params(utcOrNull(incident.ended()), incident.id())
                        .update()
                > 0;
    }

    /**
     * Up to {@code size} incidents before {@code after}, the latest first.
     *
     * @param open true: only those that go on; false: only those that ended; null: all
     */
    public List<Incident> find(@Nullable Boolean open, @Nullable ListPosition after, int size) {
        var conditions = new SqlConditions()
                .and("(ended_at is null) = :open", "open", open)
                .after(after, "began_at", "id::uuid");
        return jdbc.sql("select * from incident " + conditions.where() + " order by began_at desc, id desc limit "
                        + size)
                .params(conditions.parameters())
                .query(SqlIncidents::incident)
                .list();
    }

    private static Incident incident(ResultSet row, int n) throws SQLException {
        return new Incident(
                row.getObject("id", UUID.class),
                new IncidentSubject(
                        KeyedEnum.known(IncidentSubject.Kind.class, row.getString("kind")), row.getString("name")),
                new IncidentProblem(row.getString("problem"), row.getString("error"), row.getString("remedy")),
                instant(row, "began_at"),
                instantOrNull(row, "ended_at"));
    }
}

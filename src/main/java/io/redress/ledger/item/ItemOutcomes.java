package io.redress.ledger.item;

import static io.redress.ledger.PostgresValues.instant;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.intake.ItemState;
import io.redress.ledger.StoredJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells in short what became of the latest arrivals. */
public final class ItemOutcomes {

    private static final TypeReference<List<String>> STRINGS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final StoredJson json;

    public ItemOutcomes(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = new StoredJson(json);
    }

    /** The latest {@code size} arrivals but canaries, the newest first. */
    public List<ItemOutcome> latest(int size) {
        return jdbc.sql("""
                        select i.id, i.received_at, i.channel, i.state, i.reason, i.ticket_number, t.category, t.priority,
                               coalesce(t.review, false) as review,
                               case when i.state = :ticketed then t.document->'triage'->>'reasons' end as reasons
                        from (select * from item where state <> :canary order by received_at desc, id desc limit :size) i
                        left join ticket t on t.number = i.ticket_number
                        order by i.received_at desc, i.id desc
                        """)
                .param("ticketed", ItemState.TICKETED.key())
                .param("canary", ItemState.CANARY.key())
                .param("size", size)
                .query(this::outcome)
                .list();
    }

    private ItemOutcome outcome(ResultSet row, int index) throws SQLException {
        String reasons = row.getString("reasons");
        return new ItemOutcome(
                row.getObject("id", UUID.class),
                instant(row, "received_at"),
                row.getString("channel"),
                row.getString("state"),
                row.getString("ticket_number"),
                row.getString("category"),
                row.getString("priority"),
                row.getBoolean("review"),
                reasons == null ? List.of(row.getString("reason")) : json.read(reasons, STRINGS));
    }
}

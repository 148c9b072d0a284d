package io.redress.ledger.audit;

import static io.redress.ledger.PostgresValues.instant;

import io.redress.audit.AuditActor;
import io.redress.audit.AuditEntry;
import io.redress.audit.AuditOutcome;
import io.redress.ticket.KeyedEnum;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * An entry as it is stored.
 *
 * @param position in the log: 0, 1, 2 …
 */
@SuppressWarnings("ArrayRecordComponent") // read row by row, never compared
public record AuditRow(long position, AuditEntry entry, byte[] hash) {

    static final String COLUMNS =
            "position, at, actor_kind, actor, address, act, operation, targets, outcome, shown, request, note, hash";

    static AuditRow of(ResultSet row, int n) throws SQLException {
        return new AuditRow(
                row.getLong("position"),
                new AuditEntry(
                        instant(row, "at"),
                        new AuditActor(
                                KeyedEnum.known(AuditActor.Kind.class, row.getString("actor_kind")),
                                row.getString("actor")),
                        row.getString("address"),
                        row.getString("act"),
                        row.getString("operation"),
                        List.of((String[]) row.getArray("targets").getArray()),
                        KeyedEnum.known(AuditOutcome.class, row.getString("outcome")),
                        row.getObject("shown", Long.class),
                        row.getObject("request", UUID.class),
                        row.getString("note")),
                row.getBytes("hash"));
    }
}

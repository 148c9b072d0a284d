package io.redress.ledger.event;

import static io.redress.ledger.PostgresValues.instant;

import io.redress.encryption.AesGcm;
import io.redress.event.EventType;
import io.redress.event.OutgoingEvent;
import io.redress.ticket.KeyedEnum;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Rows of events with those of their subscribers. */
final class OutgoingEventRows {

    private OutgoingEventRows() {}

    static OutgoingEvent read(ResultSet row, AesGcm encryption) throws SQLException {
        var secrets = new ArrayList<String>();
        for (String column : List.of("secret", "old")) {
            byte[] stored = row.getBytes(column);
            if (stored != null) {
                secrets.add(new String(encryption.decrypt(stored), StandardCharsets.UTF_8));
            }
        }
        return new OutgoingEvent(
                row.getString("event_id"),
                row.getString("name"),
                row.getString("url"),
                secrets,
                KeyedEnum.known(EventType.class, row.getString("type")),
                instant(row, "occurred_at"),
                row.getString("subject"),
                row.getString("category"),
                row.getString("priority"),
                row.getString("status"),
                row.getInt("attempts"));
    }
}

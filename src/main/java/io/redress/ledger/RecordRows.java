package io.redress.ledger;

import io.redress.ticket.KeyedEnum;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.RowMapper;

/** Rows as records: each component from the column of its name, {@code receivedAt} from {@code received_at}. */
public final class RecordRows<T> extends DataClassRowMapper<T> {

    private RecordRows(Class<T> type) {
        super(type);
    }

    public static <T extends Record> RowMapper<T> of(Class<T> type) {
        return new RecordRows<>(type);
    }

    /** A column is looked for by this name first, and a name that is not there costs an exception for each row. */
    @Override
    protected String lowerCaseName(String component) {
        return underscoreName(component);
    }

    /** Times, which the driver gives with an offset only, and enums, which stand there by their keys. */
    @Override
    protected @Nullable Object getColumnValue(ResultSet row, int index, Class<?> type) throws SQLException {
        if (type == Instant.class) {
            OffsetDateTime time = row.getObject(index, OffsetDateTime.class);
            return time == null ? null : time.toInstant();
        }
        if (type.isEnum() && KeyedEnum.class.isAssignableFrom(type)) {
            return known(type, row.getString(index));
        }
        return super.getColumnValue(row, index, type);
    }

    /** The type is known by reflection only: whoever calls has seen that it is an enum with keys. */
    @SuppressWarnings("unchecked")
    private static <E extends Enum<E> & KeyedEnum> E known(Class<?> type, @Nullable String key) {
        return KeyedEnum.known((Class<E>) type, key);
    }
}

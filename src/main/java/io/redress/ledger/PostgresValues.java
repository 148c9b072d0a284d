package io.redress.ledger;

import io.redress.ticket.KeyedEnum;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;

/** Times, texts and constants as PostgreSQL takes and gives them. */
public final class PostgresValues {

    private static final String CANCELLED = "57014";

    private PostgresValues() {}

    /** Whether a statement was ended because it took longer than it may (SQLSTATE 57014). */
    public static boolean isTimeout(DataAccessException error) {
        return NestedExceptionUtils.getMostSpecificCause(error) instanceof SQLException sql
                && CANCELLED.equals(sql.getSQLState());
    }

    /** What the driver takes for a {@code text[]}. */
    public static <T> String[] array(Collection<T> rows, Function<T, String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }

    /** As {@link #array}, of texts as they are stored: see {@link #text}. */
    public static String[] texts(Collection<String> texts) {
        return array(texts, PostgresValues::text);
    }

    /** What the driver takes for a {@code timestamptz}. */
    public static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** As {@link #utc}; null for null. */
    public static @Nullable OffsetDateTime utcOrNull(@Nullable Instant instant) {
        return instant == null ? null : utc(instant);
    }

    /** A time in a column that is never null. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** A time in a column that may be null. */
    public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** A text without NULs, which PostgreSQL's has none of. */
    public static String text(String text) {
        return text.replace("\0", "");
    }

    /** The keys of constants as literals of SQL, with commas between. */
    public static String literals(KeyedEnum... constants) {
        return Arrays.stream(constants)
                .map(constant -> "'" + constant.key() + "'")
                .collect(Collectors.joining(", "));
    }

    /** As {@link #text}; null for null. */
    public static @Nullable String textOrNull(@Nullable String text) {
        return text == null ? null : text(text);
    }
}

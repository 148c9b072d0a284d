package io.redress.callback.list;

import io.redress.callback.CallOutcome;
import io.redress.callback.CallResult;
import io.redress.callback.ParsedCallOutcome;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;

/** What a row of a list says that was handed back. */
public sealed interface CallResultRow {

    /** Somebody called. */
    record Called(CallOutcome outcome) implements CallResultRow {}

    /** Nothing was filled in. */
    record NotCalled() implements CallResultRow {}

    /** It cannot be used. */
    record Bad(String column, String problem, String remedy) implements CallResultRow {}

    /** As a sheet's cells and most exports have them. */
    List<DateTimeFormatter> TIMES = List.of(
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ENGLISH),
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ENGLISH),
            DateTimeFormatter.ofPattern("yyyy/M/d H:mm[:ss]", Locale.ENGLISH));

    /** @param id of the report: the same whenever this row of this file is read */
    static CallResultRow read(CallListLayout layout, Map<String, String> columns, String id) {
        String written = value(layout, columns, CallListField.OUTCOME);
        if (written == null) {
            return new NotCalled();
        }
        CallResult result = layout.result(written);
        if (result == null) {
            String known = String.join(", ", CallResult.keys());
            return bad(
                    layout,
                    CallListField.OUTCOME,
                    "'" + StringUtils.truncate(written, 40) + "' is not a result",
                    "one of " + known + ", or a word of the layout's results");
        }
        CallListField at = CallListField.CALLBACK;
        try {
            UUID callback = UUID.fromString(String.valueOf(value(layout, columns, at)));
            at = CallListField.ATTEMPT;
            int attempt = Integer.parseInt(String.valueOf(value(layout, columns, at)));
            at = CallListField.AT;
            Instant called = time(layout, value(layout, columns, at));
            at = CallListField.CALL_AGAIN_AT;
            Instant again = time(layout, value(layout, columns, at));
            return new Called(new CallOutcome(
                    id,
                    callback,
                    attempt,
                    result,
                    called,
                    StringUtils.truncate(value(layout, columns, CallListField.BY), ParsedCallOutcome.LONGEST_NAME),
                    StringUtils.truncate(value(layout, columns, CallListField.NOTE), ParsedCallOutcome.LONGEST_NOTE),
                    again));
        } catch (IllegalArgumentException | DateTimeException e) {
            return bad(layout, at, "it cannot be read", "leave it as the list had it; times like 2026-07-01 15:30");
        }
    }

    private static Bad bad(CallListLayout layout, CallListField field, String problem, String remedy) {
        return new Bad(String.valueOf(layout.column(field)), problem, remedy);
    }

    private static @Nullable String value(CallListLayout layout, Map<String, String> columns, CallListField field) {
        String value =
                columns.getOrDefault(String.valueOf(layout.column(field)), "").strip();
        return value.isEmpty() ? null : value;
    }

    /** With an offset, by the layout's pattern, or as spreadsheets write it. */
    private static @Nullable Instant time(CallListLayout layout, @Nullable String written) {
        if (written == null) {
            return null;
        }
        return CallOutcome.time(offsetTime(layout, written));
    }

    private static OffsetDateTime offsetTime(CallListLayout layout, String written) {
        try {
            return OffsetDateTime.parse(written);
        } catch (DateTimeException e) {
            return Stream.concat(Stream.of(layout.times()), TIMES.stream())
                    .flatMap(format -> local(format, written).stream())
                    .findFirst()
                    .orElseThrow(() -> e)
                    .atZone(layout.zone())
                    .toOffsetDateTime();
        }
    }

    private static Optional<LocalDateTime> local(DateTimeFormatter format, String written) {
        try {
            return Optional.of(LocalDateTime.parse(written, format));
        } catch (DateTimeException e) {
            return Optional.empty(); // written in another way
        }
    }
}

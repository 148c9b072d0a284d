package io.redress.api.deadletter;

import io.redress.api.ParameterValue;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which messages of a queue of failures are meant. */
record DeadLetterSelection(
        @Parameter(description = "The id of one message", example = "ID:hub-1:7:1:1:1") @Nullable
        String id,

        @Parameter(description = "Words in the reason, in any case", example = "not a member") @Nullable
        String reason,

        @Parameter(
                description = "Failed at or after this time (ISO 8601 with offset), or this day in UTC",
                example = "2026-07-01T00:00:00Z")
        @Nullable
        String from,

        @Parameter(description = "Failed before this time, or this day in UTC", example = "2026-07-02") @Nullable
        String to) {

    boolean isEmpty() {
        return ParameterValue.text(id) == null
                && ParameterValue.text(reason) == null
                && ParameterValue.text(from) == null
                && ParameterValue.text(to) == null;
    }

    /** @throws io.redress.api.InvalidParameterException when a time cannot be read */
    Predicate<DeadLetter> chosen() {
        String wanted = ParameterValue.text(id);
        String typed = ParameterValue.text(reason);
        String words = typed == null ? null : typed.toLowerCase(Locale.ROOT);
        Instant since = ParameterValue.instant("from", from);
        Instant until = ParameterValue.instant("to", to);
        return letter -> (wanted == null || wanted.equals(letter.id()))
                && (words == null
                        || (letter.reason() != null
                                && letter.reason().toLowerCase(Locale.ROOT).contains(words)))
                && (since == null || !letter.failedAt().isBefore(since))
                && (until == null || letter.failedAt().isBefore(until));
    }
}

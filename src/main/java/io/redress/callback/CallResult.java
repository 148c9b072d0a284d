package io.redress.callback;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a call ended. */
public enum CallResult {
    /** The customer says that it is solved. */
    REACHED_SOLVED,
    /** The customer says that it is not. */
    REACHED_NOT_SOLVED,
    /** Nobody took the call, the line was busy, a machine answered. */
    NO_ANSWER,
    /** Somebody else has that number, or nobody has. */
    WRONG_NUMBER,
    /** The customer does not want to be called. */
    REFUSES,
    /** The customer asked to be called at another time. */
    CALL_LATER;

    /** As it stands in JSON, in lists and in the ledger: {@code reached-solved}. */
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The result of that key; null for any other text. */
    @JsonCreator
    public static @Nullable CallResult of(@Nullable String key) {
        return Arrays.stream(values())
                .filter(result -> result.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(CallResult::key).toList();
    }
}

package io.redress.callback;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.redress.ticket.KeyedEnum;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a call ended. */
public enum CallResult implements KeyedEnum {
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

    /** The result of that key; null for any other text. */
    @JsonCreator
    public static @Nullable CallResult of(@Nullable String key) {
        return KeyedEnum.of(CallResult.class, key);
    }

    public static List<String> keys() {
        return KeyedEnum.keys(CallResult.class);
    }

    /** In JSON, too. */
    @Override
    @JsonValue
    public String key() {
        return KeyedEnum.super.key();
    }
}

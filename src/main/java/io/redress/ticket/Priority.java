package io.redress.ticket;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** How fast a ticket must move; the words and facts that raise it stand in {@code config/categories.yaml}. */
public enum Priority implements KeyedEnum {
    @JsonProperty("normal")
    NORMAL,
    @JsonProperty("urgent")
    URGENT,
    @JsonProperty("major")
    MAJOR;

    /** By its key, in small letters only; null when there is no such priority. */
    public static @Nullable Priority of(@Nullable String key) {
        return KeyedEnum.of(Priority.class, key);
    }
}

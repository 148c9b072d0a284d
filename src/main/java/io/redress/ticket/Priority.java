package io.redress.ticket;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How fast a ticket must move; the words and facts that raise it stand in {@code config/categories.yaml}. */
public enum Priority {
    @JsonProperty("normal")
    NORMAL,
    @JsonProperty("urgent")
    URGENT,
    @JsonProperty("major")
    MAJOR;

    /** As in JSON, in the configuration and in the ledger: {@code urgent}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By its {@link #key()}, in lower case only; null when there is no such priority. */
    public static @Nullable Priority of(String key) {
        for (Priority priority : values()) {
            if (priority.key().equals(key)) {
                return priority;
            }
        }
        return null;
    }
}

package io.redress.callback.list;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a column of a list holds. Those of the result are written empty and read when the list is handed back. */
enum ListField {
    CALLBACK("callback"),
    ATTEMPT("attempt"),
    TICKET("ticket"),
    NAME("name"),
    PHONE("phone"),
    SLOT_FROM("slotFrom"),
    SLOT_UNTIL("slotUntil"),
    REASON("reason"),
    REMEDY("remedy"),
    SUBJECT("subject"),
    LANGUAGE("language"),
    OWNER("owner"),
    OUTCOME("outcome"),
    CALL_AGAIN_AT("callAgainAt"),
    NOTE("note"),
    BY("by"),
    AT("at");

    private final String key;

    ListField(String key) {
        this.key = key;
    }

    static @Nullable ListField of(@Nullable String key) {
        return Arrays.stream(values())
                .filter(field -> field.key.equals(key))
                .findFirst()
                .orElse(null);
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(field -> field.key).toList();
    }
}

package io.redress.callback.list;

import io.redress.ticket.Keyed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a column of a list holds. Those of the result are written empty and read when the list is handed back. */
enum CallListField implements Keyed {
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

    CallListField(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }

    static @Nullable CallListField of(@Nullable String key) {
        return Keyed.of(CallListField.class, key);
    }

    static List<String> keys() {
        return Keyed.keys(CallListField.class);
    }
}

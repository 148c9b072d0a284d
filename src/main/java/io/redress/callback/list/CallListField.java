package io.redress.callback.list;

import com.fasterxml.jackson.annotation.JsonValue;
import io.redress.ticket.KeyedEnum;

/** What a column of a list holds. Those of the result are written empty and read when the list is handed back. */
enum CallListField implements KeyedEnum {
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
    @JsonValue
    public String key() {
        return key;
    }
}

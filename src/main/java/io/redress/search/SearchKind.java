package io.redress.search;

import com.fasterxml.jackson.annotation.JsonValue;
import io.redress.ticket.KeyedEnum;

/** What an entry of the answer is. In a list, those of the same rank and time stand in this order. */
public enum SearchKind implements KeyedEnum {
    PERSON,
    TICKET,
    ITEM;

    @Override
    @JsonValue
    public String key() {
        return KeyedEnum.super.key();
    }
}

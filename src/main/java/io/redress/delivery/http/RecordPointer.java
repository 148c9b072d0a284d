package io.redress.delivery.http;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Where a target's answer names its record (RFC 6901). */
record RecordPointer(JsonPointer pointer) {

    static RecordPointer at(String pointer) {
        return new RecordPointer(JsonPointer.compile(pointer));
    }

    /** Answers name none. */
    boolean isNowhere() {
        return pointer.matches();
    }

    /** The record's id; null when the answer has none there. */
    @Nullable
    String id(JsonNode answer) {
        JsonNode id = answer.at(pointer);
        return id.isValueNode() && !id.isNull() && !id.asText().isBlank() ? id.asText() : null;
    }

    /**
     * Whether an answer says that there is no record: by an empty list, or null, on the way to the id. Any other answer
     * without an id may be one that this place does not fit.
     */
    boolean saysNone(JsonNode answer) {
        JsonNode node = answer;
        for (JsonPointer way = pointer; !way.matches(); way = way.tail()) {
            if (node.isNull() || node.isArray() && way.getMatchingIndex() >= node.size()) {
                return true;
            }
            JsonNode next = node.isArray() ? node.get(way.getMatchingIndex()) : node.get(way.getMatchingProperty());
            if (next == null) {
                return false;
            }
            node = next;
        }
        return node.isNull();
    }
}

package io.redress.delivery.rt;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.delivery.TargetUnavailable;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * A transaction of Request Tracker, as far as it concerns us.
 *
 * @param state the new status of a ticket, or the transaction's type: {@code Correspond}, {@code Comment} …
 * @param ticket id of its ticket
 */
record RtTransaction(String id, String state, String by, Instant at, String ticket) {

    private static final String STATUS = "Status";

    static RtTransaction of(JsonNode item) {
        String type = item.path("Type").asText();
        try {
            return new RtTransaction(
                    item.path("id").asText(),
                    type.equals(STATUS) ? item.path("NewValue").asText() : type,
                    item.path("Creator").path("id").asText(),
                    Instant.parse(item.path("Created").asText()),
                    item.path("ObjectId").asText());
        } catch (DateTimeParseException e) {
            throw new TargetUnavailable("Request Tracker returned a transaction without a time", null);
        }
    }

    boolean speaks() {
        return state.equals("Correspond") || state.equals("Comment");
    }
}

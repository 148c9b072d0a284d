package io.redress.callback;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;

/** A report of a call as JSON: what it says, or why it cannot be used. */
public sealed interface ParsedCallOutcome {

    /** Characters; a body beyond is not a report of a call. */
    int LONGEST = 64 * 1024;

    int LONGEST_NOTE = 2_000;
    int LONGEST_NAME = 200;

    /** It can be used. */
    record Read(CallOutcome outcome) implements ParsedCallOutcome {}

    /**
     * @param member the one at fault; empty when it is the whole
     * @param reason without values of the message, since it goes into logs
     */
    record Refused(String member, String reason) implements ParsedCallOutcome {}

    /** Reads {@code {id, callback, outcome, attempt?, at?, by?, note?, callAgainAt?}}. */
    static ParsedCallOutcome of(@Nullable String json, ObjectMapper mapper) {
        if (json == null || json.isBlank() || json.length() > LONGEST) {
            return new Refused("", "it is empty or longer than " + LONGEST + " characters");
        }
        try {
            return of(mapper.readTree(json));
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            return new Refused(
                    "",
                    "it is not JSON"
                            + (at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")"));
        }
    }

    /** The same of JSON that was parsed already. */
    static ParsedCallOutcome of(JsonNode body) {
        String member = "id";
        try {
            String id = text(body, "id", LONGEST_NAME);
            member = "callback";
            String callback = text(body, "callback", LONGEST_NAME);
            member = "outcome";
            CallResult result = CallResult.of(text(body, "outcome", LONGEST_NAME));
            if (id == null || callback == null || result == null) {
                return missing(id, callback);
            }
            member = "callback";
            UUID which = UUID.fromString(callback);
            member = "attempt";
            Integer attempt = number(body.path("attempt"));
            member = "at";
            Instant at = time(body, "at");
            member = "callAgainAt";
            Instant again = time(body, "callAgainAt");
            String note = text(body, "note", LONGEST_NOTE);
            String by = text(body, "by", LONGEST_NAME);
            return new Read(new CallOutcome(id, which, attempt, result, at, by, note, again));
        } catch (IllegalArgumentException | DateTimeException e) {
            return new Refused(member, "'" + member + "' cannot be read: " + remedy(member));
        }
    }

    private static Refused missing(@Nullable String id, @Nullable String callback) {
        String member = id == null ? "id" : callback == null ? "callback" : "outcome";
        return new Refused(member, "'" + member + "' is missing or unknown: " + remedy(member));
    }

    private static String remedy(String member) {
        return switch (member) {
            case "id" -> "a text of your own that is the same whenever you send this report again";
            case "callback" -> "the id of the callback, as it came in callbacks.due";
            case "outcome" -> "one of " + String.join(", ", CallResult.keys());
            case "attempt" -> "a whole number from 1, as it came in callbacks.due";
            default -> "a time with offset, such as 2026-07-01T08:00:00Z";
        };
    }

    private static @Nullable String text(JsonNode body, String member, int longest) {
        JsonNode value = body.path(member);
        String text = value.isValueNode() && !value.isNull()
                ? value.asText().replace("\0", "").strip()
                : ""; // no store takes NULs
        return text.isEmpty() ? null : StringUtils.truncate(text, longest);
    }

    private static @Nullable Integer number(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.canConvertToInt() || value.asInt() < 1) {
            throw new IllegalArgumentException("no attempt");
        }
        return value.asInt();
    }

    private static @Nullable Instant time(JsonNode body, String member) {
        String written = text(body, member, LONGEST_NAME);
        return written == null ? null : CallOutcome.time(OffsetDateTime.parse(written));
    }
}

package io.redress.lifecycle;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.redress.configfile.Suggestion;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;

/** An update as JSON: what it says, or why it cannot be read as one. */
public sealed interface ParsedUpdate {

    /** Characters; a body beyond is no update. */
    int LONGEST = 64 * 1024;

    /** What an update may have; docs/updates.md says what each means. */
    List<String> MEMBERS = List.of(
            "id",
            "ticket",
            "kind",
            "at",
            "by",
            "remedy",
            "note",
            "reason",
            "owner",
            "category",
            "priority",
            "reference",
            "tell-customer");

    /** It can be read; whether it fits a ticket is another question. */
    record Read(TicketUpdate update) implements ParsedUpdate {}

    /** @param reason without values of the message, since it goes into logs */
    record Refused(String reason) implements ParsedUpdate {}

    /** @param ticket the number that counts whatever the message says; null when it says it itself */
    static ParsedUpdate of(@Nullable String text, @Nullable String ticket, ObjectMapper mapper) {
        if (text == null || text.isBlank()) {
            return new Refused("it is empty");
        }
        if (text.length() > LONGEST) {
            return new Refused("it is longer than " + LONGEST + " characters");
        }
        ObjectReader strict = mapper.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        try {
            JsonNode body = strict.readTree(text);
            return body.isObject() ? of(body, ticket, mapper) : new Refused("it is not a JSON object");
        } catch (JsonProcessingException e) {
            return new Refused("it is not JSON" + place(e));
        } catch (NumberFormatException e) { // so Jackson tells of exponents beyond an int
            return new Refused("it has a number that cannot be read");
        }
    }

    private static ParsedUpdate of(JsonNode body, @Nullable String ticket, ObjectMapper mapper)
            throws JsonProcessingException {
        List<String> unknown = new ArrayList<>();
        body.fieldNames().forEachRemaining(name -> {
            if (!MEMBERS.contains(name)) {
                unknown.add(name);
            }
        });
        if (!unknown.isEmpty()) {
            String first = unknown.get(0);
            String more = unknown.size() == 1 ? "" : " (nor are " + (unknown.size() - 1) + " others)";
            return new Refused("'" + shown(first) + "' is not a member of an update" + more + "; "
                    + Suggestion.remedy(first, MEMBERS));
        }
        try {
            TicketUpdate update = mapper.treeToValue(body, TicketUpdate.class);
            return new Read(ticket == null ? update : update.of(ticket));
        } catch (JsonMappingException e) {
            String member = e.getPath().isEmpty() ? null : e.getPath().get(0).getFieldName();
            return new Refused(
                    member == null
                            ? "it cannot be read as an update"
                            : "'" + member + "' cannot be read: "
                                    + (member.equals("at")
                                            ? "a time with offset, such as 2026-11-23T06:30:00Z"
                                            : "see docs/updates.md"));
        } catch (NumberFormatException e) {
            return new Refused("'at' is a number that is not a time");
        }
    }

    private static String place(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        return at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    }

    private static String shown(String name) {
        String line = name.replaceAll("[\\p{Cntrl}]", " ");
        return StringUtils.abbreviate(line, "…", 40);
    }
}

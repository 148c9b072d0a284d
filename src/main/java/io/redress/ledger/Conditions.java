package io.redress.ledger;

import static io.redress.ledger.Stored.utc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The conditions of one query. One that was not asked for is left out; values only ever travel as parameters. */
final class Conditions {

    private final List<String> clauses = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    /** Adds {@code clause}, which names {@code parameter}, unless there is no value for it. */
    Conditions and(String clause, String parameter, @Nullable Object value) {
        if (value != null) {
            clauses.add(clause);
            parameters.put(parameter, value instanceof Instant instant ? utc(instant) : value);
        }
        return this;
    }

    /** Adds that one of these holds; one that asks for nothing is left out. */
    Conditions either(List<Conditions> others) {
        String any = others.stream()
                .filter(other -> !other.clauses.isEmpty())
                .peek(other -> parameters.putAll(other.parameters))
                .map(other -> "(" + String.join(" and ", other.clauses) + ")")
                .collect(Collectors.joining(" or "));
        if (!any.isEmpty()) {
            clauses.add("(" + any + ")");
        }
        return this;
    }

    /** Only what comes after {@code position} in a list ordered by {@code received_at desc, <key> desc}. */
    Conditions after(@Nullable Position position, String key) {
        if (position != null) {
            clauses.add("(received_at, " + key + ") < (:positionAt, cast(:positionKey as "
                    + (key.equals("id") ? "uuid" : "text") + "))");
            parameters.put("positionAt", utc(position.at()));
            parameters.put("positionKey", position.key());
        }
        return this;
    }

    String where() {
        return clauses.isEmpty() ? "" : "where " + String.join(" and ", clauses);
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}

package io.redress.ledger;

import static io.redress.ledger.PostgresValues.utc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The conditions of one query. One that was not asked for is left out; values only ever travel as parameters. */
public final class SqlConditions {

    private final List<String> clauses = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    /** Adds {@code clause}, which names {@code parameter}, unless there is no value for it. */
    public SqlConditions and(String clause, String parameter, @Nullable Object value) {
        if (value != null) {
            clauses.add(clause);
            parameters.put(parameter, value instanceof Instant instant ? utc(instant) : value);
        }
        return this;
    }

    /** Adds that one of these holds; one that asks for nothing is left out. */
    public SqlConditions either(List<SqlConditions> others) {
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

    /**
     * Only what comes after {@code position} in a list ordered by {@code <time> desc, <key> desc}.
     *
     * @param key its column, with its type when that is no text: {@code id::uuid}
     */
    public SqlConditions after(@Nullable ListPosition position, String time, String key) {
        if (position != null) {
            String[] typed = key.split("::");
            clauses.add("(" + time + ", " + typed[0] + ") < (:positionAt, cast(:positionKey as "
                    + (typed.length > 1 ? typed[1] : "text") + "))");
            parameters.put("positionAt", utc(position.at()));
            parameters.put("positionKey", position.key());
        }
        return this;
    }

    public String where() {
        return clauses.isEmpty() ? "" : "where " + String.join(" and ", clauses);
    }

    public Map<String, Object> parameters() {
        return parameters;
    }
}

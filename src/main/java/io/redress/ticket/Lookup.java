package io.redress.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What another system was asked about a customer or an order, and what came of it.
 *
 * @param name the lookup's, of {@code config/lookups.yaml}
 * @param at when the answer came, or when it was not waited for any longer
 * @param reason with {@code missed}: why; null otherwise
 * @param facts what the answer told beyond the ticket's own members, by the names that the lookup keeps
 */
public record Lookup(
        String name,
        State state,
        Instant at,
        @Nullable String reason,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> facts) {

    /** How it ended. */
    public enum State implements KeyedEnum {
        /** The system knew. */
        FOUND,
        /** The system answered that it knows nothing. */
        NOTHING,
        /** It did not answer in time, or not so that it could be understood; it is asked again later. */
        MISSED;

        /** In JSON, too. */
        @Override
        @JsonValue
        public String key() {
            return KeyedEnum.super.key();
        }
    }

    public Lookup {
        facts = facts == null ? Map.of() : Map.copyOf(facts);
    }

    public static Lookup missed(String name, Instant at, String reason) {
        return new Lookup(name, State.MISSED, at, reason, Map.of());
    }
}

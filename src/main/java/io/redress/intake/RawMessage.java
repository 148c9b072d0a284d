package io.redress.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One arrival as the channel took it in: the untouched original and what only the channel could know. It is the body of
 * queue {@code intake}.
 *
 * @param id the item's id (UUID); a redelivery has the same one
 * @param number the ticket number promised to the sender at the hand-off
 * @param channel the channel's name
 * @param format which {@link Normalizer} reads it
 * @param sourceKey what the channel calls the item (event id, idempotency key), where it is known before reading; else
 *     null, and the normalizer finds it
 * @param attributes what the channel's file says or the transport knew: {@code mapping}, {@code zone}, {@code
 *     content-type}, {@code file}, {@code line} …; never an incoming header as such
 * @param original the bytes, or a claim check for them
 * @param group arrivals of one group are judged in the order of their hand-off; null when it needs no order
 */
public record RawMessage(
        String id,
        String number,
        String channel,
        String format,
        Instant receivedAt,
        @Nullable String sourceKey,
        Map<String, String> attributes,
        Original original,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String group) {

    /** Attribute: why the channel takes the sender for a program that fills forms; not there in a replay. */
    public static final String SUSPECTED = "suspected";
    /** Attribute: what the channel wanted to check of the sender and could not. */
    public static final String UNCHECKED = "unchecked";
    /** Attribute: to which text the sender has agreed. */
    public static final String CONSENT = "consent";
    /** Attribute: a mark of the address that the arrival came from, to count by; nobody can read the address from it. */
    public static final String SOURCE = "source";

    public RawMessage {
        Objects.requireNonNull(id, "id is missing");
        Objects.requireNonNull(number, "number is missing");
        Objects.requireNonNull(channel, "channel is missing");
        Objects.requireNonNull(format, "format is missing");
        Objects.requireNonNull(receivedAt, "receivedAt is missing");
        Objects.requireNonNull(original, "original is missing");
        attributes = Map.copyOf(attributes);
    }

    /** An arrival that needs no order. */
    public RawMessage(
            String id,
            String number,
            String channel,
            String format,
            Instant receivedAt,
            @Nullable String sourceKey,
            Map<String, String> attributes,
            Original original) {
        this(id, number, channel, format, receivedAt, sourceKey, attributes, original, null);
    }

    /** By the id alone: it is asked for at every step of a route, and the rest is long. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** The version of this form, for consumers of the queue. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public int version() {
        return 1;
    }

    /** The same arrival, for whose sender an operator vouches. */
    public RawMessage trusted() {
        if (!attributes.containsKey(SUSPECTED)) {
            return this;
        }
        var others = new HashMap<>(attributes);
        others.remove(SUSPECTED);
        return new RawMessage(id, number, channel, format, receivedAt, sourceKey, others, original, group);
    }

    /** The same arrival among those that are judged in their order. */
    public RawMessage inGroup(String ordered) {
        return new RawMessage(id, number, channel, format, receivedAt, sourceKey, attributes, original, ordered);
    }

    /** An attribute, or null when the channel did not set it. */
    public @Nullable String attribute(String name) {
        return attributes.get(name);
    }
}

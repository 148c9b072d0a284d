package io.redress.channel.webform;

import java.time.Instant;
import java.util.Optional;

/**
 * The numbers told to customers under an idempotency key, before the ledger knows the item. Calls for the same channel and
 * key exclude each other, on all nodes.
 */
public interface ReservedNumbers {

    /**
     * Promises a number under a key, or finds the one that was promised.
     *
     * @param contentSha256 what the form says; another one under the same key is a {@link Conflict}
     * @param candidate promised when the key is new
     * @throws RuntimeException when the promises cannot be reached; the form is then taken in all the same, and the ledger
     *     tells the duplicate by its source key
     */
    Reservation claim(String channel, String key, String contentSha256, String candidate);

    /**
     * The number promised under a key at {@code since} or later.
     *
     * @throws RuntimeException as {@link #claim}
     */
    Optional<String> promised(String channel, String key, Instant since);

    /** The answer to a claim. */
    sealed interface Reservation permits Reserved, Conflict {}

    /** The number that the customer is told, now and whenever the same form comes under the same key. */
    record Reserved(String number) implements Reservation {}

    /** The key was used for another form. */
    record Conflict() implements Reservation {}
}

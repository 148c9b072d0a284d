package io.redress.apikey;

import io.redress.permission.TicketScope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys that were made by the API or the command line, with those that were withdrawn. */
public interface ApiKeyStore {

    /**
     * A key as people see it.
     *
     * @param made when
     * @param madeBy an actor's name, such as {@code key default}
     * @param lastUsed to the minute; null when it never was
     * @param withdrawn when; null while it counts
     * @param reason why it was withdrawn, in somebody's words; null when nobody said
     */
    record Stored(
            String name,
            List<String> scopes,
            TicketScope tickets,
            @Nullable Instant expires,
            Instant made,
            String madeBy,
            @Nullable Instant lastUsed,
            @Nullable Instant withdrawn,
            @Nullable String withdrawnBy,
            @Nullable String reason) {}

    /** All that were ever made, by name; those of a name from the newest to the oldest. */
    List<Stored> all();

    /** Those that are not withdrawn. */
    List<ApiKey> inUse();

    /** Keeps a new key; false when a key of that name is in use. */
    boolean add(ApiKey key, String by);

    /**
     * Ends a key.
     *
     * @param reason in somebody's words; null when none was given
     * @return empty when no key of that name is in use
     */
    Optional<Stored> withdraw(String name, Instant at, String by, @Nullable String reason);

    /** Takes down the last use, unless a later one is known. */
    void used(String name, Instant at);

    /** The same of a key of a file. */
    void usedOfFile(String name, Instant at);

    /** When keys of a file were used last, by name, to the minute; also of names that the file has no longer. */
    Map<String, Instant> usesOfFile();
}

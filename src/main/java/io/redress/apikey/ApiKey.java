package io.redress.apikey;

import io.redress.permission.Actor;
import io.redress.permission.TicketScope;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key with what it permits. The key itself is kept nowhere.
 *
 * @param name unique among the keys in use; histories and the audit log call it {@code key <name>}
 * @param hash SHA-256 of the key
 * @param scopes see {@link KeyScopes}
 * @param tickets to which they extend
 * @param expires from then on it opens nothing; null: never
 * @param made when; null for a key of a file
 */
@SuppressWarnings("ArrayRecordComponent") // compared by isFor alone
public record ApiKey(
        String name,
        byte[] hash,
        List<String> scopes,
        TicketScope tickets,
        @Nullable Instant expires,
        @Nullable Instant made) {

    /** So long before its end a key is warned of, or a quarter of its life if that is shorter. */
    private static final Duration NOTICE = Duration.ofDays(30);

    public ApiKey {
        scopes = List.copyOf(scopes);
    }

    /** Compares in a time that tells nothing. */
    public boolean isFor(byte[] otherHash) {
        return MessageDigest.isEqual(hash, otherHash);
    }

    public boolean isExpired(Instant now) {
        return expires != null && !now.isBefore(expires);
    }

    /** Whether it is time to make the next one. */
    public boolean endsSoon(Instant now) {
        if (expires == null) {
            return false;
        }
        Duration quarter =
                made == null ? NOTICE : Duration.between(made, expires).dividedBy(4);
        Duration notice = quarter.compareTo(NOTICE) < 0 ? quarter : NOTICE;
        return !now.plus(notice).isBefore(expires);
    }

    public Actor actor() {
        return Actor.key(name, KeyScopes.permissions(scopes), tickets);
    }

    /** So that not even the hash shows up in a log. */
    @Override
    public String toString() {
        return "key " + name;
    }
}

package io.redress.history;

import java.security.SecureRandom;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an event is sealed. The database does the same (function {@code seal_event}) for events of a ticket that is there;
 * those of a new one are sealed here, where their places are known.
 */
public final class EventSeal {

    /** The hash before a ticket's first event. */
    private static final byte[] NOTHING = new byte[0];

    private static final SecureRandom RANDOM = new SecureRandom();

    private EventSeal() {}

    /** What stands before a ticket's first event. */
    public static byte[] beginning() {
        return NOTHING;
    }

    /** 128 bits that nobody guesses: who knows a digest without them cannot try out words. */
    public static byte[] salt() {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        return salt;
    }

    /** The digest of an event's words; with their salt gone, nothing can be learned from it. */
    public static byte[] digest(
            byte[] salt, String who, @Nullable String why, @Nullable String told, @Nullable String itemId) {
        return SealedFields.sha256(
                salt, new SealedFields().add(who).add(why).add(told).add(itemId).bytes());
    }

    /**
     * An event's hash: with the one before it, its place, time and kind, which stay when its words are forgotten.
     *
     * @param before of the event before it in its ticket; {@link #beginning} for the first
     */
    public static byte[] hash(byte[] before, String ticket, int position, Instant at, String what, byte[] digest) {
        byte[] fields =
                new SealedFields().add(ticket).add(position).add(at).add(what).bytes();
        return SealedFields.sha256(before, fields, digest);
    }
}

package io.redress.history;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * How an event is sealed. The database does the same (function {@code seal_event}) for events of a ticket that is there;
 * those of a new one are sealed here, where their places are known.
 *
 * <p>Fields are written one after the other, each as its length in UTF-8 bytes, a colon and itself, or a minus for none:
 * so that no two events are written alike.
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
        var fields = new ByteArrayOutputStream();
        field(fields, who);
        field(fields, why);
        field(fields, told);
        field(fields, itemId);
        return sha256(salt, fields.toByteArray());
    }

    /**
     * An event's hash: with the one before it, its place, time and kind, which stay when its words are forgotten.
     *
     * @param before of the event before it in its ticket; {@link #beginning} for the first
     */
    public static byte[] hash(byte[] before, String ticket, int position, Instant at, String what, byte[] digest) {
        var fields = new ByteArrayOutputStream();
        field(fields, ticket);
        field(fields, Integer.toString(position));
        field(fields, Long.toString(micros(at)));
        field(fields, what);
        return sha256(before, fields.toByteArray(), digest);
    }

    private static byte[] sha256(byte[]... parts) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    private static long micros(Instant at) {
        return Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1_000);
    }

    private static void field(ByteArrayOutputStream to, @Nullable String value) {
        if (value == null) {
            to.write('-');
            return;
        }
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        to.writeBytes((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        to.writeBytes(bytes);
    }
}

package io.redress.encryption;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How encrypted bytes are laid out: four bytes that no text begins with, a version, then for version 1 the length of the
 * key's id, the id, a nonce of 12 bytes, the ciphertext and its tag of 16 bytes. Version 0 is plain bytes that happen to
 * begin like an envelope, put into one so that nobody takes them for it.
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record Envelope(byte[] header, String keyId, byte[] nonce, byte[] ciphertext) {

    private static final byte[] MAGIC = {(byte) 0x8f, 'R', 'D', 'X'};
    private static final int VERSION_AT = MAGIC.length;
    private static final byte PLAIN = 0;
    private static final byte AES_GCM = 1;

    static boolean begins(byte[] stored) {
        return stored.length > VERSION_AT && Arrays.equals(stored, 0, VERSION_AT, MAGIC, 0, VERSION_AT);
    }

    /** Magic, version and key: what stands before the nonce. */
    static byte[] header(String keyId) {
        byte[] id = keyId.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(MAGIC.length + 2 + id.length)
                .put(MAGIC)
                .put(AES_GCM)
                .put((byte) id.length)
                .put(id)
                .array();
    }

    /** What stands before the key. */
    static byte[] anyHeader() {
        return ByteBuffer.allocate(MAGIC.length + 1).put(MAGIC).put(AES_GCM).array();
    }

    static byte[] plain(byte[] bytes) {
        return ByteBuffer.allocate(MAGIC.length + 1 + bytes.length)
                .put(MAGIC)
                .put(PLAIN)
                .put(bytes)
                .array();
    }

    /** The bytes of an envelope of version 0; null for another version. */
    static byte @Nullable [] plainIn(byte[] stored) {
        return stored[VERSION_AT] == PLAIN ? Arrays.copyOfRange(stored, VERSION_AT + 1, stored.length) : null;
    }

    /** @throws DecryptionException when the bytes are too short or of a later version */
    static Envelope read(byte[] stored, String what) {
        int idAt = VERSION_AT + 2;
        if (stored[VERSION_AT] != AES_GCM) {
            throw new DecryptionException(what + " was encrypted by a later version of the hub, in format "
                    + stored[VERSION_AT] + ": update this one");
        }
        int length = stored.length > idAt ? stored[idAt - 1] & 0xff : 0;
        int nonceAt = idAt + length;
        if (length == 0 || stored.length < nonceAt + AesGcm.NONCE_BYTES + AesGcm.TAG_BYTES) {
            throw new DecryptionException(what + " is cut short: restore it from the backup");
        }
        return new Envelope(
                Arrays.copyOf(stored, nonceAt),
                new String(stored, idAt, length, StandardCharsets.US_ASCII),
                Arrays.copyOfRange(stored, nonceAt, nonceAt + AesGcm.NONCE_BYTES),
                Arrays.copyOfRange(stored, nonceAt + AesGcm.NONCE_BYTES, stored.length));
    }
}

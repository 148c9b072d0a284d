package io.redress.encryption;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts what is kept, by AES-256 in GCM (NIST SP 800-38D) with a random nonce of 96 bits, which one key may be used
 * with four thousand million times. Purpose and name are authenticated, so that ciphertexts cannot change places. What
 * was stored plain stays readable; without keys everything is stored plain.
 */
public final class DataEncryption {

    private static final DataEncryption NONE = new DataEncryption(List.of(), false);

    private final List<EncryptionKey> keys;
    private final @Nullable EncryptionKey current;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param keys the first encrypts, all decrypt
     * @param encrypts false to store plain from now on and still read what the keys encrypted
     */
    public DataEncryption(List<EncryptionKey> keys, boolean encrypts) {
        this.keys = List.copyOf(keys);
        this.current = encrypts ? keys.get(0) : null;
    }

    /** Stores everything plain. */
    public static DataEncryption none() {
        return NONE;
    }

    public List<EncryptionKey> keys() {
        return keys;
    }

    /** The key that encrypts; null when what is stored is stored plain. */
    public @Nullable EncryptionKey current() {
        return current;
    }

    /** What to store in place of the bytes. */
    public byte[] encrypt(EncryptionPurpose purpose, String name, byte[] plain) {
        if (current == null) {
            return Envelope.begins(plain) ? Envelope.plain(plain) : plain;
        }
        byte[] header = Envelope.header(current.id());
        byte[] nonce = new byte[AesGcm.NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, current, nonce, header, purpose, name);
            byte[] stored = new byte[header.length + nonce.length + cipher.getOutputSize(plain.length)];
            ByteBuffer.wrap(stored).put(header).put(nonce);
            cipher.doFinal(plain, 0, plain.length, stored, header.length + nonce.length);
            return stored;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES/GCM", e);
        }
    }

    /**
     * The bytes that were given to {@link #encrypt}, or {@code stored} itself when they were stored plain.
     *
     * @throws DecryptionException when the key is not there, or the bytes are not those that were stored under this name
     */
    public byte[] decrypt(EncryptionPurpose purpose, String name, byte[] stored) {
        if (!Envelope.begins(stored)) {
            return stored;
        }
        byte[] plain = Envelope.plainIn(stored);
        if (plain != null) {
            return plain;
        }
        String what = purpose + " " + name;
        Envelope envelope = Envelope.read(stored, what);
        EncryptionKey key = keys.stream()
                .filter(one -> one.id().equals(envelope.keyId()))
                .findFirst()
                .orElseThrow(() -> new DecryptionException(what + " was encrypted with key '" + envelope.keyId()
                        + "': put its line back into the file that redress.encryption.key-file names"));
        try {
            return cipher(Cipher.DECRYPT_MODE, key, envelope.nonce(), envelope.header(), purpose, name)
                    .doFinal(envelope.ciphertext());
        } catch (AEADBadTagException e) {
            throw new DecryptionException(what + " was changed since it was stored, or key '" + key.id()
                    + "' is another one now: restore it from the backup");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES/GCM", e);
        }
    }

    /** As {@link #encrypt}; null for null. */
    public byte @Nullable [] encryptOrNull(EncryptionPurpose purpose, String name, byte @Nullable [] plain) {
        return plain == null ? null : encrypt(purpose, name, plain);
    }

    /** As {@link #decrypt}; null for null. */
    public byte @Nullable [] decryptOrNull(EncryptionPurpose purpose, String name, byte @Nullable [] stored) {
        return stored == null ? null : decrypt(purpose, name, stored);
    }

    /** Whether bytes are stored as they would be now: with the current key, or plain when nothing is encrypted. */
    public boolean isCurrent(byte[] stored) {
        boolean encrypted = Envelope.begins(stored) && Envelope.plainIn(stored) == null;
        if (current == null || !encrypted) {
            return current == null && !encrypted;
        }
        return Envelope.read(stored, "it").keyId().equals(current.id());
    }

    /**
     * Names to look for content under, that of new content first. A name by the content's own hash would tell who reads
     * the folder whether a file that they have is there; by a keyed hash it does not.
     *
     * @param hash of the content, hexadecimal
     */
    public List<String> names(String hash) {
        var names = new ArrayList<String>();
        if (current == null) {
            names.add(hash);
        }
        keys.forEach(key -> names.add(key.named(hash)));
        if (current != null) {
            names.add(hash);
        }
        return names;
    }

    /** What everything begins with that a key encrypted. */
    public static byte[] header(String keyId) {
        return Envelope.header(keyId);
    }

    /** What everything begins with that any key encrypted. */
    public static byte[] anyHeader() {
        return Envelope.anyHeader();
    }

    private static Cipher cipher(
            int mode, EncryptionKey key, byte[] nonce, byte[] header, EncryptionPurpose purpose, String name)
            throws GeneralSecurityException {
        Cipher cipher = AesGcm.cipher(mode, key.aes(), nonce);
        cipher.updateAAD(header);
        cipher.updateAAD((purpose.name() + ":" + name).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}

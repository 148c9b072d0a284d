package io.redress.encryption;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts bytes by AES-256 in GCM with a random nonce before them (NIST SP 800-38D): for the hub's own notes, which it
 * reads with the key that wrote them. What is stored for long is encrypted by {@link DataEncryption}, whose keys change.
 */
public final class AesGcm {

    static final int NONCE_BYTES = 12;
    static final int TAG_BYTES = 16;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    /** @param key 32 bytes */
    public AesGcm(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /** The only place where a cipher is made. */
    static Cipher cipher(int mode, SecretKey key, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * 8, nonce));
        return cipher;
    }

    public byte[] encrypt(byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, key, nonce).doFinal(plain);
            return ByteBuffer.allocate(NONCE_BYTES + encrypted.length)
                    .put(nonce)
                    .put(encrypted)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES/GCM", e);
        }
    }

    /** @throws IllegalStateException when another key encrypted them, or they were changed */
    public byte[] decrypt(byte[] encrypted) {
        byte[] nonce = new byte[NONCE_BYTES];
        ByteBuffer.wrap(encrypted).get(nonce);
        try {
            return cipher(Cipher.DECRYPT_MODE, key, nonce)
                    .doFinal(encrypted, NONCE_BYTES, encrypted.length - NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("what was encrypted cannot be read: is it the same hub.key?", e);
        }
    }
}

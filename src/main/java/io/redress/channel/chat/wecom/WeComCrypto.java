package io.redress.channel.chat.wecom;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * Checks and decrypts as WeCom's callbacks do (developer.work.weixin.qq.com, documents 90968 and 91144): SHA-1 over the
 * sorted token, timestamp, nonce and cipher text; AES-256-CBC with a padding block of 32 bytes. WeChat official accounts and
 * DingTalk events use the same scheme.
 */
public final class WeComCrypto {

    private static final int BLOCK = 32;
    private static final int RANDOM = 16;

    private final String token;
    private final byte[] key;
    private final byte[] receiveId;

    /**
     * The secrets of one app.
     *
     * @param encodingAesKey the 43 characters that WeCom shows
     * @param receiveId for whom messages must be: the corpId for an own app
     * @throws IllegalArgumentException when the key is none; the message does not repeat it
     */
    public WeComCrypto(String token, String encodingAesKey, String receiveId) {
        if (token.isBlank() || receiveId.isBlank()) {
            throw new IllegalArgumentException("token and corpId must be copied from WeCom's page of the app");
        }
        this.token = token;
        this.key = key(encodingAesKey);
        this.receiveId = receiveId.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] key(String encodingAesKey) {
        if (encodingAesKey.length() == 43) {
            try {
                // The JDK's decoder takes the last character's spare bits, which the published keys do not leave zero.
                return Base64.getDecoder().decode(encodingAesKey + "=");
            } catch (IllegalArgumentException e) {
                // told below, without the key
            }
        }
        throw new IllegalArgumentException("encodingAesKey must be the 43 letters and digits that WeCom shows");
    }

    /** The signature, in lower-case hexadecimal digits. */
    public String sign(String timestamp, String nonce, String encrypted) {
        String[] parts = {token, timestamp, nonce, encrypted};
        Arrays.sort(parts);
        return DigestUtils.sha1Hex(String.join("", parts));
    }

    /** Whether the cipher text was signed with our token; false when a parameter is missing. */
    public boolean signed(
            @Nullable String signature, @Nullable String timestamp, @Nullable String nonce, String encrypted) {
        return signature != null
                && timestamp != null
                && nonce != null
                && MessageDigest.isEqual(
                        sign(timestamp, nonce, encrypted).getBytes(StandardCharsets.UTF_8),
                        signature.getBytes(StandardCharsets.UTF_8));
    }

    /** Decrypts; only cipher text whose signature was checked may come here. */
    public DecryptionResult open(String encrypted) {
        byte[] padded;
        try {
            padded = cipher().doFinal(Base64.getDecoder().decode(encrypted.strip()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return new DecryptionResult.DecryptionFailed("the cipher text is damaged: not whole blocks in base64");
        }
        int end = padded.length - padding(padded);
        if (end == padded.length || end < RANDOM + Integer.BYTES) {
            return new DecryptionResult.DecryptionFailed(
                    "the text does not decrypt: compare encodingAesKey with WeCom's page of the app");
        }
        var content = ByteBuffer.wrap(padded, RANDOM, end - RANDOM);
        int length = content.getInt();
        if (length < 0 || length > content.remaining()) {
            return new DecryptionResult.DecryptionFailed(
                    "the text does not decrypt: compare encodingAesKey with WeCom's page of the app");
        }
        byte[] message = new byte[length];
        content.get(message);
        byte[] receiver = new byte[content.remaining()];
        content.get(receiver);
        return MessageDigest.isEqual(receiver, receiveId)
                ? new DecryptionResult.Message(message)
                : new DecryptionResult.DecryptionFailed(
                        "the message is for another corpId: compare it with WeCom's page of the company");
    }

    // NoPadding: PKCS5Padding refuses the pad values above 16 that a block of 32 has.
    private Cipher cipher() throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(key, 0, 16));
        return cipher;
    }

    /** How many bytes of padding end the text; 0 when they are not a padding. */
    private static int padding(byte[] padded) {
        int pad = padded.length == 0 ? 0 : padded[padded.length - 1];
        if (pad < 1 || pad > BLOCK || pad > padded.length) {
            return 0;
        }
        for (int i = padded.length - pad; i < padded.length; i++) {
            if (padded[i] != pad) {
                return 0;
            }
        }
        return pad;
    }
}

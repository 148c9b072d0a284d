package io.redress.channel.chat.platform.decryption;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Opens what WeCom, WeChat official accounts and DingTalk events seal (developer.work.weixin.qq.com, documents 90968 and
 * 91144): AES-256-CBC with a padding block of 32 bytes, and in it 16 random bytes, the length, the message and its receiver.
 */
public final class WeChatDecryption implements BodyDecryption {

    private static final int BLOCK = 32;
    private static final int RANDOM = 16;

    private final byte[] key;
    private final byte[] receiver;

    /**
     * The key of one app.
     *
     * @param encodingAesKey the 43 characters that the platform shows
     * @param receiver for whom messages must be: the corpId of an own app, the appId of an official account
     * @throws IllegalArgumentException when the key is none; the message does not repeat it
     */
    public WeChatDecryption(String encodingAesKey, String receiver) {
        if (receiver.isBlank()) {
            throw new IllegalArgumentException("the receiver of messages is empty: copy it from the platform's page");
        }
        this.key = key(encodingAesKey);
        this.receiver = receiver.getBytes(StandardCharsets.UTF_8);
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
        throw new IllegalArgumentException("EncodingAESKey must be the 43 letters and digits that the platform shows");
    }

    @Override
    public DecryptionResult decrypt(String encrypted) {
        byte[] padded;
        try {
            padded = cipher().doFinal(Base64.getDecoder().decode(encrypted.strip()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return new DecryptionResult.DecryptionFailed("the cipher text is damaged: not whole blocks in base64");
        }
        int end = padded.length - BlockPadding.length(padded, BLOCK);
        if (end == padded.length || end < RANDOM + Integer.BYTES) {
            return wrongKey();
        }
        var content = ByteBuffer.wrap(padded, RANDOM, end - RANDOM);
        int length = content.getInt();
        if (length < 0 || length > content.remaining()) {
            return wrongKey();
        }
        byte[] message = new byte[length];
        content.get(message);
        byte[] named = new byte[content.remaining()];
        content.get(named);
        return MessageDigest.isEqual(named, receiver)
                ? new DecryptionResult.Message(message)
                : new DecryptionResult.DecryptionFailed(
                        "the message is for another receiver: compare corpId or appId with the platform's page");
    }

    private static DecryptionResult wrongKey() {
        return new DecryptionResult.DecryptionFailed(
                "the text does not decrypt: compare EncodingAESKey with the platform's page");
    }

    // NoPadding: PKCS5Padding refuses the pad values above 16 that a block of 32 has.
    private Cipher cipher() throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(key, 0, 16));
        return cipher;
    }
}

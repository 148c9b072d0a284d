package io.redress.channel.chat.platform.decryption;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Decrypts what Feishu and Lark encrypt (open.feishu.cn, "Encrypt Key"): AES-256-CBC under the SHA-256 of the key; the first block is
 * the initialisation vector.
 */
public final class FeishuDecryption implements BodyDecryption {

    private static final int BLOCK = 16;

    private final byte[] key;

    /** @throws IllegalArgumentException when the key is empty */
    public FeishuDecryption(String encryptKey) {
        if (encryptKey.isBlank()) {
            throw new IllegalArgumentException("the Encrypt Key is empty: set one on the platform's page, and here");
        }
        this.key = DigestUtils.sha256(encryptKey);
    }

    @Override
    public DecryptionResult decrypt(String encrypted) {
        try {
            byte[] bytes = Base64.getDecoder().decode(encrypted.strip());
            if (bytes.length >= 2 * BLOCK) {
                Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
                cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(bytes, 0, BLOCK));
                byte[] padded = cipher.doFinal(bytes, BLOCK, bytes.length - BLOCK);
                int pad = BlockPadding.length(padded, BLOCK);
                if (pad > 0) {
                    return new DecryptionResult.Message(Arrays.copyOf(padded, padded.length - pad));
                }
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // told below, without the text
        }
        return new DecryptionResult.DecryptionFailed(
                "the text does not decrypt: compare the Encrypt Key with the platform's page");
    }
}

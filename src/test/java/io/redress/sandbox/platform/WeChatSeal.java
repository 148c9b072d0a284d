package io.redress.sandbox.platform;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The platform's side of the encryption of WeCom and WeChat: messages to a hub, encrypted and signed. */
public record WeChatSeal(String encodingAesKey, String receiveId) {

    private static final int BLOCK = 32;
    private static final int RANDOM = 16;

    /** @param random 16 bytes */
    public String encrypt(byte[] random, byte[] message) {
        byte[] receiver = receiveId.getBytes(StandardCharsets.UTF_8);
        int length = RANDOM + Integer.BYTES + message.length + receiver.length;
        int pad = BLOCK - length % BLOCK;
        byte[] padding = new byte[pad];
        Arrays.fill(padding, (byte) pad);
        var content = ByteBuffer.allocate(length + pad)
                .put(random, 0, RANDOM)
                .putInt(message.length)
                .put(message)
                .put(receiver)
                .put(padding);
        byte[] key = Base64.getDecoder().decode(encodingAesKey + "=");
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(key, 0, 16));
            return Base64.getEncoder().encodeToString(cipher.doFinal(content.array()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** SHA-1 over the sorted parts, in lower-case hexadecimal digits. */
    public static String sign(String token, String timestamp, String nonce, String encrypted) {
        String[] parts = {token, timestamp, nonce, encrypted};
        Arrays.sort(parts);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1")
                    .digest(String.join("", parts).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

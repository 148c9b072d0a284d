package io.redress.channel.chat.platform.decryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.channel.chat.PlatformVectors;
import io.redress.sandbox.platform.WeChatSeal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeChatDecryptionTest {

    private static final String KEY = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";
    private static final WeChatDecryption CRYPTO = new WeChatDecryption(KEY, "wx5823bf96d3bd56c7");
    private static final WeChatSeal OURS = new WeChatSeal(KEY, "wx5823bf96d3bd56c7");

    static Stream<JsonNode> published() {
        return PlatformVectors.family("wx-aes");
    }

    @ParameterizedTest
    @MethodSource("published")
    void published_messages_decrypt_and_encrypt_to_the_last_byte(JsonNode vector) {
        var crypto = crypto(vector);
        byte[] plain = vector.get("plaintext").asText().getBytes(StandardCharsets.UTF_8);

        assertThat(opened(crypto, vector.get("encrypt").asText())).isEqualTo(plain);
        byte[] random = vector.get("random16").asText().getBytes(StandardCharsets.UTF_8);
        assertThat(new WeChatSeal(
                                vector.get("encodingAesKey").asText(),
                                vector.get("receiveId").asText())
                        .encrypt(random, plain))
                .isEqualTo(vector.get("encrypt").asText());
    }

    @ParameterizedTest
    @MethodSource("published")
    void published_signatures_are_those_of_the_sandbox(JsonNode vector) {
        if (vector.has("msgSignature")) { // one library published only the encryption
            assertThat(WeChatSeal.sign(
                            vector.get("token").asText(),
                            vector.get("timestamp").asText(),
                            vector.get("nonce").asText(),
                            vector.get("encrypt").asText()))
                    .isEqualTo(vector.get("msgSignature").asText());
        }
    }

    @Test
    void all_paddings_from_1_to_32_are_read() {
        for (int length = 0; length < 64; length++) {
            byte[] message = "x".repeat(length).getBytes(StandardCharsets.US_ASCII);
            assertThat(opened(CRYPTO, OURS.encrypt(new byte[16], message))).isEqualTo(message);
        }
    }

    @Test
    void a_message_for_another_company_stays_shut() {
        String foreign = new WeChatSeal(KEY, "ww0000000000000000").encrypt(new byte[16], new byte[] {1});
        assertThat(CRYPTO.decrypt(foreign))
                .isInstanceOfSatisfying(DecryptionResult.DecryptionFailed.class, decryptionFailed -> assertThat(
                                decryptionFailed.reason())
                        .contains("another receiver"));
    }

    @Test
    void another_key_stays_shut() {
        var other = new WeChatSeal("abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG", "wx5823bf96d3bd56c7");
        assertThat(CRYPTO.decrypt(other.encrypt(new byte[16], "hello".getBytes(StandardCharsets.US_ASCII))))
                .isInstanceOf(DecryptionResult.DecryptionFailed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "AAAA",
                "not base64!",
                "AAAAAAAAAAAAAAAAAAAAAA==",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
            })
    void damaged_cipher_text_stays_shut(String encrypted) {
        assertThat(CRYPTO.decrypt(encrypted)).isInstanceOf(DecryptionResult.DecryptionFailed.class);
    }

    @Test
    void a_wrong_padding_or_length_stays_shut() throws Exception {
        byte[] good = new byte[64];
        Arrays.fill(good, 16 + 4 + 1 + 18, 64, (byte) 25);
        good[19] = 1;
        System.arraycopy("wx5823bf96d3bd56c7".getBytes(StandardCharsets.US_ASCII), 0, good, 21, 18);
        assertThat(CRYPTO.decrypt(encrypted(good))).as("as it should be").isInstanceOf(DecryptionResult.Message.class);

        assertThat(CRYPTO.decrypt(encrypted(with(good, 63, 0)))).isInstanceOf(DecryptionResult.DecryptionFailed.class);
        assertThat(CRYPTO.decrypt(encrypted(with(good, 63, 33)))).isInstanceOf(DecryptionResult.DecryptionFailed.class);
        assertThat(CRYPTO.decrypt(encrypted(with(good, 40, 24)))).isInstanceOf(DecryptionResult.DecryptionFailed.class);
        assertThat(CRYPTO.decrypt(encrypted(with(good, 16, -1)))).isInstanceOf(DecryptionResult.DecryptionFailed.class);
        assertThat(CRYPTO.decrypt(encrypted(with(good, 16, 127))))
                .isInstanceOf(DecryptionResult.DecryptionFailed.class);
        assertThat(CRYPTO.decrypt(encrypted(with(good, 19, 2)))).isInstanceOf(DecryptionResult.DecryptionFailed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B!C"})
    void a_key_that_cannot_be_used_stops_the_channel_without_being_repeated(String key) {
        assertThatThrownBy(() -> new WeChatDecryption(key, "corp"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("EncodingAESKey must be the 43 letters and digits that the platform shows");
    }

    private static WeChatDecryption crypto(JsonNode vector) {
        return new WeChatDecryption(
                vector.get("encodingAesKey").asText(), vector.get("receiveId").asText());
    }

    private static byte[] opened(WeChatDecryption crypto, String encrypted) {
        return ((DecryptionResult.Message) crypto.decrypt(encrypted)).bytes();
    }

    private static byte[] with(byte[] bytes, int at, int value) {
        byte[] changed = bytes.clone();
        changed[at] = (byte) value;
        return changed;
    }

    private static String encrypted(byte[] padded) throws Exception {
        byte[] key = Base64.getDecoder().decode(KEY + "=");
        Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(key, 0, 16));
        return Base64.getEncoder().encodeToString(cipher.doFinal(padded));
    }
}

package io.redress.sandbox.platform;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Feishu (open.feishu.cn). */
public final class EmulatedFeishu extends EmulatedPlatform {

    private static final String KEY = "sandbox-feishu-encrypt-key";
    private static final String TOKEN = "sandbox-feishu-verification";

    public EmulatedFeishu(int port) {
        super("feishu", port);
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "encrypt-key",
                KEY,
                "verification-token",
                TOKEN,
                "app-id",
                "cli_sandbox",
                "app-secret",
                "sandbox-feishu-secret",
                "api",
                url());
    }

    @Override
    public boolean handshake(URI hub) {
        var answer = send(json(
                hub, encrypted("{\"challenge\":\"c-1\",\"token\":\"" + TOKEN + "\",\"type\":\"url_verification\"}")));
        return answer.statusCode() == 200 && new String(answer.body()).equals("{\"challenge\":\"c-1\"}");
    }

    @Override
    protected HttpRequest.Builder request(URI hub, List<Said> said, Instant signedAt) {
        Said one = said.get(0);
        String content = one.photo().isEmpty()
                ? "{\"text\":" + quoted(one.text()) + "}"
                : "{\"image_key\":\"" + one.photo() + "\"}";
        String event = """
                {"schema":"2.0","header":{"event_id":"e%s","event_type":"im.message.receive_v1","token":"t","app_id":"cli_sandbox"},\
                "event":{"sender":{"sender_id":{"open_id":"%s"},"sender_type":"user"},"message":{"message_id":"om_%s",\
                "chat_id":"oc_1","chat_type":"p2p","message_type":"%s","create_time":"%d","content":%s}}}""".formatted(
                        one.id(),
                        one.customer(),
                        one.id(),
                        one.photo().isEmpty() ? "text" : "image",
                        one.at().toEpochMilli(),
                        quoted(content));
        String body = encrypted(event);
        String time = String.valueOf(signedAt.getEpochSecond());
        return json(hub, body)
                .header("X-Lark-Request-Timestamp", time)
                .header("X-Lark-Request-Nonce", "nonce-1")
                .header("X-Lark-Signature", HexFormat.of().formatHex(sha256(time + "nonce-1" + KEY + body)));
    }

    private static String encrypted(String clear) {
        byte[] iv = new byte[16];
        new SecureRandom().nextBytes(iv);
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(sha256(KEY), "AES"), new IvParameterSpec(iv));
            byte[] encrypted = cipher.doFinal(clear.getBytes(StandardCharsets.UTF_8));
            byte[] both = Arrays.copyOf(iv, iv.length + encrypted.length);
            System.arraycopy(encrypted, 0, both, iv.length, encrypted.length);
            return "{\"encrypt\":\"" + Base64.getEncoder().encodeToString(both) + "\"}";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected boolean isForToken(Asked asked) {
        return asked.path().endsWith("/tenant_access_token/internal");
    }

    @Override
    protected Answer answer(Asked asked) {
        if (isForToken(asked)) {
            return asked.json().path("app_secret").asText().equals("sandbox-feishu-secret")
                    ? Answer.json(200, "{\"code\":0,\"tenant_access_token\":\"" + giveToken() + "\",\"expire\":7200}")
                    : Answer.json(200, "{\"code\":10014,\"msg\":\"app secret invalid\"}");
        }
        if (!asked.header("authorization").equals("Bearer " + token())) {
            return Answer.json(400, "{\"code\":99991663,\"msg\":\"Invalid access token for authorization\"}");
        }
        if (asked.path().equals("/open-apis/im/v1/messages")) {
            String content = asked.json().path("content").asText();
            take(
                    asked.json().path("uuid").asText(),
                    asked.json().path("receive_id").asText(),
                    new Asked("", "", Map.of(), Map.of(), content.getBytes(StandardCharsets.UTF_8))
                            .json()
                            .path("text")
                            .asText());
            return Answer.json(200, "{\"code\":0,\"data\":{\"message_id\":\"om_out\"}}");
        }
        return asked.path().contains("/resources/") ? new Answer(200, PNG) : null;
    }
}

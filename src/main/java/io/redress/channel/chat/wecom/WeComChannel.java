package io.redress.channel.chat.wecom;

import io.redress.channel.chat.ChatAttributes;
import io.redress.channel.chat.ReceivedEvent;
import io.redress.channel.chat.WebhookOutcome;
import io.redress.channel.chat.WebhookResponse;
import io.redress.channel.sender.RequestHeaders;
import io.redress.intake.RawMessage;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;

/**
 * The receiving end of a WeCom app's callback (企业微信 接收消息, developer.work.weixin.qq.com, documents 90238 and 91116).
 *
 * <p>What is archived is the decrypted XML: after it was proven and decrypted once, a replay must not depend on the token
 * and the AES key of that day, which the administrator of the app may change at any time. WeCom names no replay window, so a
 * callback that somebody recorded and sends again passes here and ends as a duplicate by its MsgId.
 */
public final class WeComChannel {

    /** Bytes of a callback; a text has at most 2,048, and all others are smaller. */
    static final int LARGEST = 64 * 1024;

    private final WeComCrypto crypto;
    private final Duration quietTime;

    /**
     * The end for one app.
     *
     * @param quietTime after which silence of a member the messages become a complaint
     * @throws IllegalArgumentException when a secret cannot be used
     */
    public WeComChannel(String token, String encodingAesKey, String corpId, Duration quietTime) {
        this.crypto = new WeComCrypto(token, encodingAesKey, corpId);
        this.quietTime = quietTime;
    }

    /**
     * Judges a call.
     *
     * @param headers HTTP headers and decoded query parameters
     * @param stream the raw body, empty for the handshake; read no further than the largest callback
     */
    public WebhookOutcome receive(Map<String, ?> headers, InputStream stream) {
        byte[] body;
        try {
            body = stream.readNBytes(LARGEST + 1);
        } catch (IOException e) {
            return WebhookResponse.brokenOff();
        }
        return body.length == 0 ? handshake(headers) : message(headers, body);
    }

    /** The answer after the hand-off: any status but 200 makes WeCom call again, and text would be shown as a reply. */
    public WebhookResponse handedOff(RawMessage message) {
        return WebhookResponse.text("");
    }

    /** The answer when the hand-off failed: WeCom tries three times in all. */
    public WebhookResponse failed() {
        return WebhookResponse.problem(
                503, "Not taken in", "The hub cannot store messages right now: send it again.", "60");
    }

    private WebhookOutcome handshake(Map<String, ?> headers) {
        String echo = RequestHeaders.of(headers, "echostr");
        if (echo == null) {
            return WebhookResponse.problem(
                    400, "No message", "Send a callback by POST, or the URL check with echostr by GET.");
        }
        if (!proven(headers, echo)) {
            return unproven();
        }
        DecryptionResult decryptionResult = crypto.open(echo);
        return decryptionResult instanceof DecryptionResult.Message clear
                ? new WebhookResponse(200, "text/plain;charset=utf-8", clear.bytes(), null, null)
                : forbidden(((DecryptionResult.DecryptionFailed) decryptionResult).reason());
    }

    private WebhookOutcome message(Map<String, ?> headers, byte[] body) {
        if (body.length > LARGEST) {
            return WebhookResponse.problem(413, "Too large", "A callback has at most " + LARGEST + " bytes.");
        }
        String encrypted = WeComXml.read(body).map(xml -> xml.get("Encrypt")).orElse(null);
        if (encrypted == null) {
            return WebhookResponse.problem(
                    400, "No callback", "The body must be XML without DOCTYPE that has an Encrypt element.");
        }
        if (!proven(headers, encrypted)) {
            return unproven();
        }
        DecryptionResult decryptionResult = crypto.open(encrypted);
        return decryptionResult instanceof DecryptionResult.Message clear
                ? new ReceivedEvent(clear.bytes(), Map.of(ChatAttributes.QUIET_TIME, quietTime.toString()), null)
                : forbidden(((DecryptionResult.DecryptionFailed) decryptionResult).reason());
    }

    private boolean proven(Map<String, ?> headers, String encrypted) {
        return crypto.signed(
                RequestHeaders.of(headers, "msg_signature"),
                RequestHeaders.of(headers, "timestamp"),
                RequestHeaders.of(headers, "nonce"),
                encrypted);
    }

    private static WebhookResponse unproven() {
        return forbidden("msg_signature does not fit: compare token with WeCom's page of the app");
    }

    private static WebhookResponse forbidden(String reason) {
        return WebhookResponse.problem(403, "Not from WeCom", reason);
    }
}

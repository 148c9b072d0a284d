package io.redress.channel.chat;

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
    public Callback receive(Map<String, ?> headers, InputStream stream) {
        byte[] body;
        try {
            body = stream.readNBytes(LARGEST + 1);
        } catch (IOException e) {
            return Answer.brokenOff();
        }
        return body.length == 0 ? handshake(headers) : message(headers, body);
    }

    /** The answer after the hand-off: any status but 200 makes WeCom call again, and text would be shown as a reply. */
    public Answer handedOff(RawMessage message) {
        return Answer.text("");
    }

    /** The answer when the hand-off failed: WeCom tries three times in all. */
    public Answer failed() {
        return Answer.problem(503, "Not taken in", "The hub cannot store messages right now: send it again.", "60");
    }

    private Callback handshake(Map<String, ?> headers) {
        String echo = Header.of(headers, "echostr");
        if (echo == null) {
            return Answer.problem(400, "No message", "Send a callback by POST, or the URL check with echostr by GET.");
        }
        if (!proven(headers, echo)) {
            return unproven();
        }
        Opened opened = crypto.open(echo);
        return opened instanceof Opened.Message clear
                ? new Answer(200, "text/plain;charset=utf-8", clear.bytes(), null, null)
                : forbidden(((Opened.Shut) opened).reason());
    }

    private Callback message(Map<String, ?> headers, byte[] body) {
        if (body.length > LARGEST) {
            return Answer.problem(413, "Too large", "A callback has at most " + LARGEST + " bytes.");
        }
        String encrypted = CallbackXml.read(body).map(xml -> xml.get("Encrypt")).orElse(null);
        if (encrypted == null) {
            return Answer.problem(
                    400, "No callback", "The body must be XML without DOCTYPE that has an Encrypt element.");
        }
        if (!proven(headers, encrypted)) {
            return unproven();
        }
        Opened opened = crypto.open(encrypted);
        return opened instanceof Opened.Message clear
                ? new Arrived(clear.bytes(), Map.of(ChatAttributes.QUIET_TIME, quietTime.toString()), null)
                : forbidden(((Opened.Shut) opened).reason());
    }

    private boolean proven(Map<String, ?> headers, String encrypted) {
        return crypto.signed(
                Header.of(headers, "msg_signature"),
                Header.of(headers, "timestamp"),
                Header.of(headers, "nonce"),
                encrypted);
    }

    private static Answer unproven() {
        return forbidden("msg_signature does not fit: compare token with WeCom's page of the app");
    }

    private static Answer forbidden(String reason) {
        return Answer.problem(403, "Not from WeCom", reason);
    }
}

package io.redress.sandbox;

import io.redress.sandbox.platform.WeChatSeal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;

/** WeCom's calls to a hub, signed and encrypted as an app's are. */
final class WeComCalls {

    private final SecureRandom random = new SecureRandom();
    private final HttpClient http = HttpClient.newHttpClient();
    private final String token;
    private final WeChatSeal encryption;
    private final String corpId;

    WeComCalls(String token, WeChatSeal encryption, String corpId) {
        this.token = token;
        this.encryption = encryption;
        this.corpId = corpId;
    }

    /** The URL check that WeCom makes when an administrator saves the callback's address: true when the hub passes. */
    boolean handshake(URI callback) {
        String echo = Integer.toUnsignedString(random.nextInt());
        String encrypted = encryption.encrypt(random16(), echo.getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(
                signed(callback, encrypted, "&echostr=" + URLEncoder.encode(encrypted, StandardCharsets.UTF_8)));
        var answer = call(request);
        return answer.statusCode() == 200 && new String(answer.body(), StandardCharsets.UTF_8).equals(echo);
    }

    /** Calls the hub back with this XML, encrypted and signed; gives the hub's HTTP status. */
    int callback(URI callback, String xml) {
        String encrypted = encryption.encrypt(random16(), xml.getBytes(StandardCharsets.UTF_8));
        String body = "<xml><ToUserName><![CDATA[" + corpId + "]]></ToUserName><AgentID><![CDATA[218]]></AgentID>"
                + "<Encrypt><![CDATA[" + encrypted + "]]></Encrypt></xml>";
        var request = HttpRequest.newBuilder(signed(callback, encrypted, ""))
                .header("Content-Type", "text/xml")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return call(request).statusCode();
    }

    private HttpResponse<byte[]> call(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private URI signed(URI callback, String encrypted, String more) {
        String time = Long.toString(Clock.systemUTC().instant().getEpochSecond());
        String nonce = Integer.toUnsignedString(random.nextInt());
        return URI.create(callback + "?msg_signature=" + WeChatSeal.sign(token, time, nonce, encrypted) + "&timestamp="
                + time + "&nonce=" + nonce + more);
    }

    private byte[] random16() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return bytes;
    }
}

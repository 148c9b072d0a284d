package io.redress.sandbox.platform;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;

/** A WeChat official account in safe mode (developers.weixin.qq.com). */
public final class EmulatedOfficialAccount extends EmulatedWeChat {

    public EmulatedOfficialAccount(int port) {
        super("official-account", port, "wxsandbox0000000001");
    }

    @Override
    public Map<String, String> settings() {
        return with(Map.of("app-id", "wxsandbox0000000001", "app-secret", "sandbox-oa-secret"), url());
    }

    /** Its check is signed without a encrypted text, and echoed as it is. */
    @Override
    public boolean handshake(URI hub) {
        String sorted = Stream.of(TOKEN, "1700000000", "nonce").sorted().reduce("", String::concat);
        String signature;
        try {
            signature = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(sorted.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        var answer = send(HttpRequest.newBuilder(
                URI.create(hub + "?signature=" + signature + "&timestamp=1700000000&nonce=nonce&echostr=5902838")));
        return answer.statusCode() == 200 && new String(answer.body()).equals("5902838");
    }

    @Override
    protected boolean isForToken(Asked asked) {
        return asked.path().equals("/cgi-bin/stable_token");
    }

    @Override
    boolean isSend(Asked asked) {
        return asked.path().equals("/cgi-bin/message/custom/send");
    }

    @Override
    Answer message(Asked asked) {
        take(
                asked.json().path("touser").asText(),
                asked.json().at("/text/content").asText());
        return ok("");
    }
}

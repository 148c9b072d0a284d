package io.redress.sandbox.platform;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.HexFormat;

/** What WhatsApp and Messenger have in common (developers.facebook.com, Graph API webhooks). */
abstract class EmulatedMeta extends EmulatedPlatform {

    static final String SECRET = "sandbox-meta-app-secret";
    static final String VERIFY = "sandbox-meta-verify-token";
    static final String TOKEN = "sandbox-meta-token";

    EmulatedMeta(String name, int port) {
        super(name, port);
    }

    @Override
    public boolean handshake(URI hub) {
        var request = HttpRequest.newBuilder(
                URI.create(hub + "?hub.mode=subscribe&hub.verify_token=" + VERIFY + "&hub.challenge=1158201444"));
        var answer = send(request);
        return answer.statusCode() == 200 && new String(answer.body()).equals("1158201444");
    }

    /** Meta signs, and sends, the escaped form. */
    static HttpRequest.Builder signed(URI hub, String body) {
        var escaped = new StringBuilder();
        body.chars()
                .forEach(unit -> escaped.append(unit < 128 ? String.valueOf((char) unit) : "\\u%04x".formatted(unit)));
        return json(hub, escaped.toString())
                .header(
                        "X-Hub-Signature-256",
                        "sha256=" + HexFormat.of().formatHex(hmac("HmacSHA256", SECRET, escaped.toString())));
    }

    static boolean isAuthorised(Asked asked) {
        return asked.header("authorization").equals("Bearer " + TOKEN);
    }

    static Answer unauthorised() {
        return Answer.json(401, "{\"error\":{\"code\":190,\"message\":\"Invalid OAuth access token\"}}");
    }
}

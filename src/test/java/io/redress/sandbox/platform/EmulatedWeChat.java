package io.redress.sandbox.platform;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What WeCom, WeChat customer service and official accounts have in common: encrypted XML (document 90968). */
abstract class EmulatedWeChat extends EmulatedPlatform {

    static final String TOKEN = "sandboxOnlyToken";
    static final String AES_KEY = "c2FuZGJveE9ubHlLZXlPZjQzQ2hhcmFjdGVyc0FCQ0R";

    private final String receiver;

    EmulatedWeChat(String name, int port, String receiver) {
        super(name, port);
        this.receiver = receiver;
    }

    @Override
    public boolean handshake(URI hub) {
        String encrypted = encrypted("1616140317555161061");
        var answer = send(HttpRequest.newBuilder(
                signed(hub, encrypted, "&echostr=" + URLEncoder.encode(encrypted, StandardCharsets.UTF_8))));
        return answer.statusCode() == 200 && new String(answer.body()).equals("1616140317555161061");
    }

    @Override
    protected HttpRequest.Builder request(URI hub, List<Said> said, Instant signedAt) {
        return callback(hub, xml(said.get(0)));
    }

    /** A request with this XML, encrypted. */
    HttpRequest.Builder callback(URI hub, String xml) {
        String encrypted = encrypted(xml);
        String body = "<xml><ToUserName><![CDATA[" + receiver + "]]></ToUserName><Encrypt><![CDATA[" + encrypted
                + "]]></Encrypt></xml>";
        return HttpRequest.newBuilder(signed(hub, encrypted, ""))
                .header("Content-Type", "text/xml")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    String xml(Said said) {
        String content = said.photo().isEmpty()
                ? "<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[" + said.text() + "]]></Content>"
                : "<MsgType><![CDATA[image]]></MsgType><MediaId><![CDATA[" + said.photo() + "]]></MediaId>";
        return "<xml><ToUserName><![CDATA[" + receiver + "]]></ToUserName><FromUserName><![CDATA[" + said.customer()
                + "]]></FromUserName><CreateTime>" + said.at().getEpochSecond() + "</CreateTime>" + content + "<MsgId>"
                + said.id() + "</MsgId></xml>";
    }

    private String encrypted(String text) {
        return new WeChatSeal(AES_KEY, receiver)
                .encrypt("0123456789abcdef".getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8));
    }

    private static URI signed(URI hub, String encrypted, String more) {
        String time = String.valueOf(Instant.now().getEpochSecond());
        return URI.create(hub + "?msg_signature=" + WeChatSeal.sign(TOKEN, time, "nonce", encrypted) + "&timestamp="
                + time + "&nonce=nonce" + more);
    }

    /** The answer to a message for which the token holds. */
    abstract Answer message(Asked asked);

    abstract boolean isSend(Asked asked);

    @Override
    protected Answer answer(Asked asked) {
        if (isForToken(asked)) {
            return Answer.json(
                    200,
                    "{\"errcode\":0,\"errmsg\":\"ok\",\"access_token\":\"" + giveToken() + "\",\"expires_in\":7200}");
        }
        if (!asked.query().getOrDefault("access_token", "").equals(token())) {
            return Answer.json(200, "{\"errcode\":42001,\"errmsg\":\"access_token expired\"}");
        }
        if (isSend(asked)) {
            return message(asked);
        }
        return asked.path().equals("/cgi-bin/media/get") ? new Answer(200, PNG) : null;
    }

    static Answer ok(String more) {
        return Answer.json(200, "{\"errcode\":0,\"errmsg\":\"ok\"" + more + "}");
    }

    static Map<String, String> with(Map<String, String> settings, String url) {
        Map<String, String> all = new java.util.HashMap<>(settings);
        all.putAll(Map.of("token", TOKEN, "encoding-aes-key", AES_KEY, "api", url));
        return all;
    }
}

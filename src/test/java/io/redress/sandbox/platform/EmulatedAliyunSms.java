package io.redress.sandbox.platform;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** 阿里云短信服务: SendSms, SmsUp, SmsReport (help.aliyun.com/zh/sms), with its third signature. */
public final class EmulatedAliyunSms extends EmulatedGateway {

    private static final String ID = "sandbox-access-key-id";
    private static final String SECRET = "sandbox-access-key-secret";
    private static final String PUSH = "sandbox-push-secret";

    private final Set<String> nonces = ConcurrentHashMap.newKeySet();

    public EmulatedAliyunSms(int port) {
        super("aliyun-sms", port);
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "access-key-id",
                ID,
                "access-key-secret",
                SECRET,
                "sign-name",
                "某店",
                "acknowledgement-template",
                "SMS_1001",
                "news-template",
                "SMS_1002",
                "push-secret",
                PUSH,
                "api",
                url());
    }

    /** There is none: Aliyun sends what comes. */
    @Override
    public boolean handshake(URI hub) {
        return report(hub, "0^0", true, "DELIVERED") == 200;
    }

    @Override
    protected HttpRequest.Builder request(URI hub, List<Said> said, Instant signedAt) {
        return pushed(
                hub,
                said.stream()
                        .map(one -> """
                        {"phone_number":"%s","send_time":"2026-11-28 18:00:00","content":%s,"sign_name":"某店","dest_code":"1234",\
                        "sequence_id":%s}""".formatted(one.customer(), quoted(one.text()), one.id()))
                        .collect(Collectors.joining(",")));
    }

    @Override
    protected HttpRequest.Builder receipt(URI hub, String messageId, boolean delivered, String code) {
        return pushed(hub, """
                {"phone_number":"13800138000","send_time":"2026-11-28 18:00:00","report_time":"2026-11-28 18:00:05","success":%s,\
                "err_code":"%s","err_msg":"x","sms_size":"1","biz_id":"%s","out_id":"1"}""".formatted(delivered, code, messageId));
    }

    private static HttpRequest.Builder pushed(URI hub, String entries) {
        return json(URI.create(hub + "?secret=" + PUSH), "[" + entries + "]");
    }

    @Override
    protected String id(int number) {
        return "93270230408041535" + number + "^0";
    }

    @Override
    protected Answer answer(Asked asked) {
        if (!asked.header("authorization").equals(authorization(asked))) {
            return Answer.json(400, "{\"Code\":\"SignatureDoesNotMatch\",\"Message\":\"x\"}");
        }
        if (!nonces.add(asked.header("x-acs-signature-nonce"))) {
            return Answer.json(400, "{\"Code\":\"SignatureNonceUsed\",\"Message\":\"x\"}");
        }
        if (!asked.header("x-acs-action").equals("SendSms")) {
            return null;
        }
        String number = "+" + asked.query().get("PhoneNumbers");
        if (isEnded(number)) {
            return Answer.json(200, "{\"Code\":\"isv.MOBILE_NUMBER_ILLEGAL\",\"Message\":\"x\"}");
        }
        take(number, asked.query().get("TemplateCode") + " " + asked.query().get("TemplateParam"));
        return Answer.json(200, "{\"Code\":\"OK\",\"BizId\":\"" + lastId() + "\",\"Message\":\"OK\"}");
    }

    private static String authorization(Asked asked) {
        String names = "host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version";
        String query = new TreeMap<>(asked.query())
                .entrySet().stream()
                        .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                        .collect(Collectors.joining("&"));
        String headers = Arrays.stream(names.split(";"))
                .map(name -> name + ":" + asked.header(name) + "\n")
                .collect(Collectors.joining());
        String request = String.join(
                "\n", asked.method(), asked.path(), query, headers, names, sha256(new String(asked.bytes())));
        String signature = HexFormat.of().formatHex(hmac("HmacSHA256", SECRET, "ACS3-HMAC-SHA256\n" + sha256(request)));
        return "ACS3-HMAC-SHA256 Credential=" + ID + ",SignedHeaders=" + names + ",Signature=" + signature;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

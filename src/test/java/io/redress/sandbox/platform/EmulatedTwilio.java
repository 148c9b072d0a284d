package io.redress.sandbox.platform;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Twilio Programmable Messaging (twilio.com/docs/messaging, twilio.com/docs/usage/security). It knows the hub by its address outside. */
public final class EmulatedTwilio extends EmulatedGateway {

    private static final String SID = "AC00000000000000000000000000000001";
    private static final String TOKEN = "sandbox-twilio-auth-token";
    private static final String OUTSIDE = "https://help.example.com/webhooks/twilio";
    private static final String NUMBER = "+15005550006";

    public EmulatedTwilio(int port) {
        super("twilio", port);
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("account-sid", SID, "auth-token", TOKEN, "from", NUMBER, "webhook-url", OUTSIDE, "api", url());
    }

    /** There is none: Twilio sends what comes. */
    @Override
    public boolean handshake(URI hub) {
        return send(signed(hub, Map.of("MessageSid", "SM0", "MessageStatus", "queued")))
                        .statusCode()
                == 200;
    }

    @Override
    protected HttpRequest.Builder request(URI hub, List<Said> said, Instant signedAt) {
        Said one = said.get(0);
        var fields = new TreeMap<>(Map.of(
                "MessageSid",
                "SM" + one.id(),
                "SmsStatus",
                "received",
                "AccountSid",
                SID,
                "From",
                one.customer(),
                "To",
                NUMBER,
                "Body",
                one.text(),
                "NumMedia",
                one.photo().isEmpty() ? "0" : "1"));
        if (!one.photo().isEmpty()) {
            fields.put("MediaUrl0", url() + "/media/" + one.photo());
        }
        return signed(hub, fields);
    }

    @Override
    protected HttpRequest.Builder receipt(URI hub, String messageId, boolean delivered, String code) {
        var fields = new TreeMap<>(Map.of(
                "MessageSid", messageId,
                "MessageStatus", delivered ? "delivered" : "undelivered",
                "SmsStatus", delivered ? "delivered" : "undelivered",
                "AccountSid", SID,
                "From", NUMBER));
        if (!delivered) {
            fields.put("ErrorCode", code);
        }
        return signed(hub, fields);
    }

    @Override
    protected String id(int number) {
        return "SMout" + number;
    }

    private static HttpRequest.Builder signed(URI hub, Map<String, String> fields) {
        String text = new TreeMap<>(fields)
                .entrySet().stream()
                        .map(field -> field.getKey() + field.getValue())
                        .collect(Collectors.joining("", OUTSIDE, ""));
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(hub)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Twilio-Signature", Base64.getEncoder().encodeToString(hmac("HmacSHA1", TOKEN, text)))
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    @Override
    protected Answer answer(Asked asked) {
        String login = Base64.getEncoder().encodeToString((SID + ":" + TOKEN).getBytes(StandardCharsets.UTF_8));
        if (!asked.header("authorization").equals("Basic " + login)) {
            return Answer.json(401, "{\"code\":20003,\"message\":\"Authenticate\",\"status\":401}");
        }
        if (!asked.path().equals("/2010-04-01/Accounts/" + SID + "/Messages.json")) {
            return null;
        }
        Map<String, String> fields = form(asked.bytes());
        if (isEnded(fields.get("To"))) {
            return Answer.json(400, "{\"code\":21610,\"message\":\"Attempt to send to unsubscribed recipient\"}");
        }
        if (!NUMBER.equals(fields.get("From")) || !OUTSIDE.equals(fields.get("StatusCallback"))) {
            return Answer.json(400, "{\"code\":21603,\"message\":\"A 'From' phone number is required\"}");
        }
        take(fields.get("To"), fields.get("Body"));
        return Answer.json(201, "{\"sid\":\"" + lastId() + "\",\"status\":\"queued\",\"error_code\":null}");
    }
}

package io.redress.bench;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.redress.sandbox.SignedWebhook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What customers write: three of the shipped examples of complaints, drawn by the seed, with the marker of the book before
 * them, in the form of each channel. The same seed and number give the same text.
 */
final class Complaints {

    private final List<String> examples;
    private final long seed;
    private final int length;
    private final boolean email;

    /**
     * @param length characters that each text is filled up to, with Chinese ones of three bytes each; 0 leaves it as it is
     * @param email whether a form names an e-mail address, and not only a phone number
     */
    Complaints(long seed, int length, boolean email) throws IOException {
        this.seed = seed;
        this.length = length;
        this.email = email;
        this.examples = new ObjectMapper(new YAMLFactory())
                .readTree(Path.of("config/categories.examples.yaml").toFile())
                .path("examples")
                .findValuesAsText("text");
    }

    String text(int number) {
        var dice = new SplittableRandom(seed * 1_000_003 + number);
        var text = new StringBuilder(ComplaintTracker.marker(number));
        for (int i = 0; i < 3; i++) {
            text.append(' ').append(examples.get(dice.nextInt(examples.size())));
        }
        while (text.length() < length) {
            String more = examples.get(dice.nextInt(examples.size()));
            if (more.codePointAt(0) > 0x7F && text.length() + more.length() < length) {
                text.append('\n').append(more);
            } else if (length - text.length() < 100) {
                break;
            }
        }
        return text.toString();
    }

    /** A request to a form's path, with the key that tells a repeat from another complaint. */
    byte[] form(String path, int number) {
        String body = "{\"name\":\"Li Lei\",\"phone\":\"" + phone(number) + "\",\"order_no\":\"A" + number
                + "\",\"product\":\"" + product(number) + "\","
                + (email ? "\"email\":\"" + address(number) + "\"," : "")
                + "\"text\":\"" + quoted(text(number)) + "\"}";
        return KeepAliveConnection.post(
                path,
                "Idempotency-Key: " + ComplaintTracker.marker(number) + "\r\n",
                body.getBytes(StandardCharsets.UTF_8));
    }

    /** A signed call of a partner's system. */
    byte[] webhook(String path, int number) {
        byte[] body = ("{\"type\":\"complaint.created\",\"data\":{\"customer\":{\"name\":\"Li Lei\",\"phone\":\""
                        + phone(number)
                        + "\"},\"orderNo\":\"A" + number + "\",\"product\":\"" + product(number) + "\",\"text\":\""
                        + quoted(text(number)) + "\"}}")
                .getBytes(StandardCharsets.UTF_8);
        long now = Instant.now().getEpochSecond();
        String headers = "Webhook-Id: " + ComplaintTracker.marker(number) + "\r\nWebhook-Timestamp: " + now
                + "\r\nWebhook-Signature: "
                + SignedWebhook.signature(SignedWebhook.SECRET, ComplaintTracker.marker(number), now, body) + "\r\n";
        return KeepAliveConnection.post(path, headers, body);
    }

    byte[] mail(int number) {
        return ("From: Li Lei <" + address(number) + ">\r\nTo: complaints@redress.test\r\nSubject: Order A" + number
                        + "\r\nMessage-ID: <" + ComplaintTracker.marker(number)
                        + "@example.com>\r\nMIME-Version: 1.0\r\n"
                        + "Date: Mon, 16 Nov 2026 09:00:00 +0800\r\nContent-Type: text/plain; charset=utf-8\r\n"
                        + "Content-Transfer-Encoding: 8bit\r\n\r\n" + text(number) + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    static String header() {
        return "通话编号,来电时间,客户姓名,电话,产品,订单号,投诉内容\r\n";
    }

    String row(int number) {
        return ComplaintTracker.marker(number) + ",2026-11-16 09:02:11,李雷," + phone(number) + "," + product(number)
                + ",A" + number + ",\"" + text(number).replace("\"", "\"\"") + "\"\r\n";
    }

    private static String phone(int number) {
        return "138" + String.valueOf(100_000_000 + number % 100_000_000).substring(1);
    }

    private static String address(int number) {
        return "customer" + number + "@example.com";
    }

    private static String product(int number) {
        return "Kettle K" + number % 50;
    }

    private static String quoted(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(text));
    }
}

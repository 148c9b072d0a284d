package io.redress.sandbox;

import static org.awaitility.Awaitility.await;

import io.redress.sandbox.platform.EmulatedMarketplace;
import io.redress.sandbox.platform.EmulatedPlatform;
import io.redress.sandbox.platform.EmulatedPlatform.Said;
import io.redress.sandbox.platform.EmulatedPlatforms;
import io.redress.testing.MqttBroker;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A handful of complaints, sent through the real channels as customers and platforms would send them. */
final class SampleComplaints {

    private static final List<String> MAILS = List.of("colour-gbk", "damaged-big5", "charged-twice", "vacation");
    private static final List<String> FORMS = List.of("return", "service");

    /** Slack knows a message by its time. */
    private static final Instant SLACK_SAMPLE = Instant.parse("2026-11-16T03:30:00Z");

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI hub;
    private final MailServer mail;
    private final EmulatedPlatforms platforms;
    private final EmulatedMarketplace marketplace;
    private final MqttBroker devices;

    SampleComplaints(
            URI hub,
            MailServer mail,
            EmulatedPlatforms platforms,
            EmulatedMarketplace marketplace,
            MqttBroker devices) {
        this.marketplace = marketplace;
        this.hub = hub;
        this.mail = mail;
        this.platforms = platforms;
        this.devices = devices;
    }

    /** Sends all of them. Started again on the same data folder, they are repeats. */
    void send() {
        MAILS.forEach(name -> mail.send(resource("mail/" + name + ".eml")));
        FORMS.forEach(name -> post(
                "/complaints",
                resource("form/" + name + ".json"),
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                "sample-" + name));
        drop("calls-gbk.csv");
        webhook("msg_sample_1", resource("webhook/parcel.json"));
        post(ShopWebhook.returnRequest(hub, resource("webhook/return.json")), "the shop's webhook");
        marketplace.publish("9101", 1, "Leaks", "The kettle leaks after two days.", "ann");
        marketplace.publish("9102", 5, "很好", "物流很快，很满意。", "wang");
        report("sample-1", "raised");
        report("sample-2", "raised");
        report("sample-3", "cleared");
        say("wecom", Said.text("9001", "zhangsan", "你好，我上周买的空调"));
        say("wecom", Said.text("9002", "zhangsan", "昨天开始不制冷了，一直吹热风，怎么处理？"));
        say("kf", Said.text("9003", "wmSample1", "退款还没到，已经十天了"));
        say("official-account", Said.text("9004", "oFanSample1", "洗衣机安装师傅没来"));
        say("dingtalk", Said.text("9005", "manager01", "门店的冰箱门关不上了"));
        say("dingtalk-stream", Said.text("9013", "manager02", "仓库发来的冰箱有划痕"));
        say("feishu", Said.text("9006", "ou_sample1", "发票抬头开错了"));
        say("slack", new Said("9007", "USAMPLE1", "The coffee machine leaks water", "", SLACK_SAMPLE));
        say("telegram", Said.text("9008", "5000000001", "The parcel never arrived"));
        say("whatsapp", Said.photo("9009", "8613800138000", "photo-1"));
        say("whatsapp", Said.text("9010", "8613800138000", "The table arrived with a broken leg"));
        say("messenger", Said.text("9011", "4200000001", "I was charged twice for one lamp"));
        say("twilio", Said.text("9013", "+8613800138113", "The heater arrived without its power cord"));
        say("aliyun-sms", Said.text("9014", "13800138114", "空调漏水，一直没人来修"));
        say("line", Said.text("9012", "U0123456789abcdef0123456789abcdef", "沙發顏色跟圖片差很多"));
    }

    /** A freezer of shop 7 tells of itself; three reports are one ticket. */
    private void report(String id, String state) {
        await().atMost(Duration.ofSeconds(30)).until(() -> devices.listeners() > 0);
        devices.publish("shops/7/devices/freezer-1/faults", """
                {"eventId": "%s", "fault": "E12", "state": "%s", "message": "冷柜温度过高，食品可能变质"}""".formatted(id, state));
    }

    private void say(String platform, Said said) {
        EmulatedPlatform one = platforms.named(platform);
        int status = one.say(EmulatedPlatforms.address(hub, one), said);
        if (status != 200) {
            throw new IllegalStateException("the sample of " + platform + " was answered with " + status);
        }
    }

    /** The samples that end as items of their own: mails, forms, rows, the webhooks, reviews, reports of a device, chat messages, the conversations of both. */
    int expectedItems() {
        return MAILS.size() + FORMS.size() + 5 + 2 + 2 + 3 + 15 + 14;
    }

    private void drop(String file) {
        try {
            Path inbox = Files.createDirectories(Path.of("data/inbox/call-center"));
            Path part = Files.write(inbox.resolve(file + ".part"), resource(file));
            Files.move(part, inbox.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void webhook(String id, byte[] body) {
        long timestamp = Instant.now().getEpochSecond();
        post(
                "/webhooks/partner-webhook",
                body,
                "Content-Type",
                "application/json",
                "webhook-id",
                id,
                "webhook-timestamp",
                Long.toString(timestamp),
                "webhook-signature",
                SignedWebhook.signature(SignedWebhook.SECRET, id, timestamp, body));
    }

    private void post(String path, byte[] body, String... headers) {
        post(
                HttpRequest.newBuilder(hub.resolve(path))
                        .headers(headers)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body)),
                path);
    }

    private void post(HttpRequest.Builder request, String what) {
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(what + " answered " + answer.statusCode() + ": " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static byte[] resource(String name) {
        try (InputStream in = SampleComplaints.class.getResourceAsStream("/sandbox/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no sample " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

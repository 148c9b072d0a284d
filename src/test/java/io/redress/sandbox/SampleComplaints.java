package io.redress.sandbox;

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
import java.time.Instant;
import java.util.List;

/** A handful of complaints, sent through the real channels as customers and platforms would send them. */
final class SampleComplaints {

    private static final List<String> MAILS = List.of("colour-gbk", "damaged-big5", "charged-twice", "vacation");
    private static final List<String> FORMS = List.of("return", "service");

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI hub;
    private final MailServer mail;
    private final WeComPlatform wecom;

    SampleComplaints(URI hub, MailServer mail, WeComPlatform wecom) {
        this.hub = hub;
        this.mail = mail;
        this.wecom = wecom;
    }

    /** Sends all of them. Started again on the same data folder, the mails, forms, calls and webhooks are repeats. */
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
        wecom.say("sample-1", "zhangsan", "你好，我上周买的空调");
        wecom.say("sample-2", "zhangsan", "昨天开始不制冷了，一直吹热风，怎么处理？");
    }

    /** The samples that end as items of their own: mails, forms, rows, the webhook, two chat messages, their conversation. */
    int expectedItems() {
        return MAILS.size() + FORMS.size() + 5 + 1 + 2 + 1;
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
        try {
            HttpRequest request = HttpRequest.newBuilder(hub.resolve(path))
                    .headers(headers)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(path + " answered " + answer.statusCode() + ": " + answer.body());
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

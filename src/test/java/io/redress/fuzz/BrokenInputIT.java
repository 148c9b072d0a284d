package io.redress.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import io.redress.blackbox.HubProcess;
import io.redress.channel.chat.WeComCrypto;
import io.redress.sandbox.MailServer;
import io.redress.sandbox.SignedWebhook;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Broken input through every channel of the packaged hub, from outside, in a heap of 512 MB. */
@Tag("fuzz")
class BrokenInputIT {

    private static final long SEED = Long.getLong("fuzz.seed", System.currentTimeMillis());
    private static final int EACH = Integer.getInteger("fuzz.each", 120);
    /** As the kamelet has it. */
    private static final int WEBHOOK_LIMIT = 1 << 20;

    private static final Duration SOON = Duration.ofMinutes(4);
    private static final String AES_KEY = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";

    @TempDir
    static Path folder;

    private static MailServer mail;
    private static HubProcess hub;
    private static Outside outside;

    private final Broken broken = new Broken(SEED);

    @BeforeAll
    static void start() {
        System.out.println("Broken input with -Dfuzz.seed=" + SEED + " -Dfuzz.each=" + EACH);
        int smtp = HubProcess.freePort();
        int imap = HubProcess.freePort();
        mail = new MailServer(smtp, imap);
        hub = HubProcess.withMailbox(folder, smtp, imap)
                .set("redress.web-form.per-minute", 20_000)
                .set("redress.slow-senders.patience", "5s")
                .set("wecom.enabled", true)
                .set("wecom.token", "token")
                .set("wecom.corp-id", "corp")
                .set("wecom.encoding-aes-key", AES_KEY)
                .start();
        outside = new Outside(hub);
    }

    @AfterAll
    static void stop() {
        System.out.println("Answers by status: " + outside.answers());
        assertThat(hub.log()).doesNotContain("OutOfMemoryError");
        hub.close();
        mail.close();
    }

    @AfterEach
    void the_hub_still_works() {
        outside.stillWorks();
    }

    @Test
    void forms() throws IOException {
        for (Inputs.Post post : Inputs.forms(broken, EACH)) {
            HttpResponse<byte[]> answer = outside.send(outside.post("/complaints", post.type(), post.body()));
            if (answer.statusCode() == 202) {
                String number = Inputs.json(answer.body()).path("ticket").asText();
                await().atMost(SOON)
                        .until(() -> !outside.items("number=" + number).isEmpty());
                assertThat(outside.original(outside.items("number=" + number).get(0)))
                        .isEqualTo(post.body());
            }
        }
    }

    @Test
    void webhooks() throws IOException {
        int number = 0;
        for (byte[] body : Inputs.webhooks(broken, EACH)) {
            String id = SEED + "-" + number++;
            var request = SignedWebhook.post(
                    hub.uri("/webhooks/partner-webhook"), id, Instant.now().getEpochSecond(), body);
            if (body.length > WEBHOOK_LIMIT) {
                outside.sendTooMuch(request);
                continue;
            }
            HttpResponse<byte[]> answer = outside.send(request);
            if (answer.statusCode() == 202) {
                String item = Inputs.json(answer.body()).path("item").asText();
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(outside.original(item)).isEqualTo(body));
            }
            String junk = new String(broken.of("v1,AAAA v1a,BBBB".getBytes(UTF_8)), UTF_8).replaceAll("[^ -~]", "?");
            var unsigned = outside.post("/webhooks/partner-webhook", "application/json", body)
                    .headers("Webhook-Id", "x", "Webhook-Timestamp", "1", "Webhook-Signature", junk + ".");
            assertThat(outside.send(unsigned).statusCode()).isBetween(400, 499);
        }
    }

    @Test
    void wecom_callbacks() throws IOException {
        var crypto = new WeComCrypto("token", AES_KEY, "corp");
        for (byte[] xml : Inputs.wecom(broken, EACH)) {
            String sealed = crypto.seal(new byte[16], xml);
            String query = "?msg_signature=" + crypto.sign("1", "2", sealed) + "&timestamp=1&nonce=2";
            byte[] envelope = ("<xml><Encrypt>" + sealed + "</Encrypt></xml>").getBytes(UTF_8);
            outside.send(outside.post("/webhooks/wecom" + query, "text/xml", envelope));
            outside.send(outside.post("/webhooks/wecom" + query, "text/xml", xml));
        }
    }

    @Test
    void mails() throws IOException, FolderException {
        int before = outside.items("channel=complaints-mailbox").size();
        List<byte[]> mails = new ArrayList<>(Inputs.mails(broken, EACH / 4));
        mails.removeIf(bytes -> !sent(bytes));
        await().atMost(SOON)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> outside.items("channel=complaints-mailbox").size() == before + mails.size());
        List<String> received = new ArrayList<>();
        for (String item : outside.items("channel=complaints-mailbox")) {
            received.add(Inputs.sha256(outside.original(item)));
        }
        assertThat(received).containsAll(Inputs.sha256OfAll(inMailbox()));
        await().atMost(SOON).until(() -> outside.items("channel=complaints-mailbox&state=received")
                .isEmpty());
    }

    /** By the mailbox, for the recipients in a broken mail's header cannot be read. */
    private MimeMessage[] inMailbox() throws FolderException {
        var managers = mail.server().getManagers();
        var user = managers.getUserManager().getUserByEmail(MailServer.ADDRESS);
        return managers.getImapHostManager().getInbox(user).getMessages().stream()
                .map(StoredMessage::getMimeMessage)
                .toArray(MimeMessage[]::new);
    }

    @Test
    void call_files_and_result_files() throws IOException {
        for (String inbox : List.of("call-center", "callback-results")) {
            Path target = Files.createDirectories(folder.resolve("data/inbox").resolve(inbox));
            List<Inputs.Named> files = new ArrayList<>(Inputs.files(broken, EACH / 8));
            files.removeIf(file -> file.content().length == 0); // they wait for their content
            for (Inputs.Named file : files) {
                Path part = Files.write(target.resolve(file.name() + ".part"), file.content());
                Files.move(part, target.resolve(file.name()));
            }
            await().atMost(SOON.multipliedBy(2))
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> {
                        for (Inputs.Named file : files) {
                            assertThat(found(target, file.name())).isEqualTo(Inputs.sha256(file.content()));
                        }
                    });
        }
    }

    @Test
    void the_api_and_the_pages() {
        for (String path : Inputs.PATHS) {
            outside.send(outside.operator(path));
        }
        for (String body : Inputs.BODIES) {
            for (String path : Inputs.POSTS) {
                outside.send(outside.operator(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
            }
        }
    }

    @Test
    void slow_senders_are_ended_while_others_are_answered() {
        List<CompletableFuture<Duration>> slow = new ArrayList<>();
        for (int i = 0; i < 125; i++) {
            slow.add(SlowClient.drips(hub.uri("/complaints"), "application/json"));
            slow.add(SlowClient.drips(hub.uri("/webhooks/partner-webhook"), "application/json"));
        }
        for (int i = 0; i < 10; i++) {
            outside.stillWorks();
        }
        assertThat(slow).allSatisfy(one -> assertThat(one.join()).isLessThan(Duration.ofMinutes(1)));
    }

    /** Whether the mail server took it, which wants an end of the header. */
    private static boolean sent(byte[] bytes) {
        try {
            mail.send(bytes);
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private static String found(Path inbox, String name) throws IOException {
        try (Stream<Path> files = Files.walk(inbox)) {
            Path file = files.filter(
                            path -> path.endsWith(name) && !path.getParent().equals(inbox))
                    .findFirst()
                    .orElse(null);
            return file == null ? "not taken" : Inputs.sha256(Files.readAllBytes(file));
        }
    }
}

package io.redress.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import io.redress.blackbox.HubProcess;
import io.redress.sandbox.MailServer;
import io.redress.sandbox.SignedWebhook;
import io.redress.sandbox.platform.WeChatSeal;
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
    private static HubProbe hubProbe;

    private final Mutations mutations = new Mutations(SEED);

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
        hubProbe = new HubProbe(hub);
    }

    @AfterAll
    static void stop() {
        System.out.println("Answers by status: " + hubProbe.answers());
        assertThat(hub.log()).doesNotContain("OutOfMemoryError");
        hub.close();
        mail.close();
    }

    @AfterEach
    void the_hub_still_works() {
        hubProbe.stillWorks();
    }

    @Test
    void forms() throws IOException {
        for (FuzzInputs.Post post : FuzzInputs.forms(mutations, EACH)) {
            HttpResponse<byte[]> answer = hubProbe.send(hubProbe.post("/complaints", post.type(), post.body()));
            if (answer.statusCode() == 202) {
                String number = FuzzInputs.json(answer.body()).path("ticket").asText();
                await().atMost(SOON)
                        .until(() -> !hubProbe.items("number=" + number).isEmpty());
                assertThat(hubProbe.original(hubProbe.items("number=" + number).get(0)))
                        .isEqualTo(post.body());
            }
        }
    }

    @Test
    void webhooks() throws IOException {
        int number = 0;
        for (byte[] body : FuzzInputs.webhooks(mutations, EACH)) {
            String id = SEED + "-" + number++;
            var request = SignedWebhook.post(
                    hub.uri("/webhooks/partner-webhook"), id, Instant.now().getEpochSecond(), body);
            if (body.length > WEBHOOK_LIMIT) {
                hubProbe.sendTooMuch(request);
                continue;
            }
            HttpResponse<byte[]> answer = hubProbe.send(request);
            if (answer.statusCode() == 202) {
                String item = FuzzInputs.json(answer.body()).path("item").asText();
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(hubProbe.original(item)).isEqualTo(body));
            }
            String junk = new String(mutations.of("v1,AAAA v1a,BBBB".getBytes(UTF_8)), UTF_8).replaceAll("[^ -~]", "?");
            var unsigned = hubProbe.post("/webhooks/partner-webhook", "application/json", body)
                    .headers("Webhook-Id", "x", "Webhook-Timestamp", "1", "Webhook-Signature", junk + ".");
            assertThat(hubProbe.send(unsigned).statusCode()).isBetween(400, 499);
        }
    }

    @Test
    void wecom_callbacks() throws IOException {
        for (byte[] xml : FuzzInputs.wecom(mutations, EACH)) {
            String sealed = new WeChatSeal(AES_KEY, "corp").encrypt(new byte[16], xml);
            String query = "?msg_signature=" + WeChatSeal.sign("token", "1", "2", sealed) + "&timestamp=1&nonce=2";
            byte[] envelope = ("<xml><Encrypt>" + sealed + "</Encrypt></xml>").getBytes(UTF_8);
            hubProbe.send(hubProbe.post("/webhooks/wecom" + query, "text/xml", envelope));
            hubProbe.send(hubProbe.post("/webhooks/wecom" + query, "text/xml", xml));
        }
    }

    @Test
    void mails() throws IOException, FolderException {
        int before = hubProbe.items("channel=complaints-mailbox").size();
        List<byte[]> mails = new ArrayList<>(FuzzInputs.mails(mutations, EACH / 4));
        mails.removeIf(bytes -> !sent(bytes));
        await().atMost(SOON)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> hubProbe.items("channel=complaints-mailbox").size() == before + mails.size());
        List<String> received = new ArrayList<>();
        for (String item : hubProbe.items("channel=complaints-mailbox")) {
            received.add(FuzzInputs.sha256(hubProbe.original(item)));
        }
        assertThat(received).containsAll(FuzzInputs.sha256OfAll(inMailbox()));
        await().atMost(SOON).until(() -> hubProbe.items("channel=complaints-mailbox&state=received")
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
            List<FuzzInputs.Named> files = new ArrayList<>(FuzzInputs.files(mutations, EACH / 8));
            files.removeIf(file -> file.content().length == 0); // they wait for their content
            for (FuzzInputs.Named file : files) {
                Path part = Files.write(target.resolve(file.name() + ".part"), file.content());
                Files.move(part, target.resolve(file.name()));
            }
            await().atMost(SOON.multipliedBy(2))
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> {
                        for (FuzzInputs.Named file : files) {
                            assertThat(found(target, file.name())).isEqualTo(FuzzInputs.sha256(file.content()));
                        }
                    });
        }
    }

    @Test
    void the_api_and_the_pages() {
        for (String path : FuzzInputs.PATHS) {
            hubProbe.send(hubProbe.operator(path));
        }
        for (String body : FuzzInputs.BODIES) {
            for (String path : FuzzInputs.POSTS) {
                hubProbe.send(hubProbe.operator(path)
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
            hubProbe.stillWorks();
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
            return file == null ? "not taken" : FuzzInputs.sha256(Files.readAllBytes(file));
        }
    }
}

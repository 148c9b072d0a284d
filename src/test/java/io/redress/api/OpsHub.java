package io.redress.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.redress.Redress;
import io.redress.api.operation.StartPageExamples;
import io.redress.intake.CanonicalComplaint;
import io.redress.intake.ItemState;
import io.redress.intake.NormalizationResult;
import io.redress.intake.Normalizer;
import io.redress.intake.RawMessage;
import io.redress.intake.Refusal;
import io.redress.intake.SenderVerification;
import io.redress.testing.TestServer;
import io.redress.ticket.Complaint;
import io.redress.ticket.Customer;
import io.redress.ticket.Product;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;

/** A whole hub on a port of its own, shared by the tests of the operators' side. */
@AutoConfigureObservability
@SpringBootTest(
        classes = {Redress.class, OpsHub.Beans.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "redress.api.keys.tester=" + OpsHub.KEY,
            "redress.channels.quiet.silent-after=1ms",
            "redress.gauges.every=200ms",
            "redress.events.period=100ms",
            "redress.events.loopback=true",
            "logging.level.org.apache.camel.component.mail=ERROR",
            "camel.main.routes-include-pattern=file:routes/05-*.camel.yaml,file:routes/10-*.camel.yaml,file:routes/11-*.camel.yaml,file:routes/12-*.camel.yaml,file:routes/13-*.camel.yaml,file:routes/18-*.camel.yaml,file:routes/20-*.camel.yaml,file:routes/30-*.camel.yaml,file:routes/64-*.camel.yaml,file:routes/65-*.camel.yaml,file:routes/75-*.camel.yaml,file:routes/90-*.camel.yaml,file:routes/91-*.camel.yaml,file:src/test/resources/ops/channels/*.camel.yaml",
            "camel.component.kamelet.location=file:src/test/resources/ops/kamelets"
        })
public abstract class OpsHub {

    public static final String KEY = "a-key-that-only-the-tests-know";
    public static final Duration SOON = Duration.ofSeconds(60);
    public static final GreenMail MAIL =
            new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_IMAP));

    private static final AtomicInteger HUBS = new AtomicInteger();
    private static final Path DATA =
            empty(Path.of("target", "ops-hub-" + ProcessHandle.current().pid()));
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Where a test writes by which providers people sign in; there is no file until then. */
    public static final Path SIGN_IN =
            DATA.resolveSibling(DATA.getFileName() + "-sign-in").resolve("sign-in.yaml");

    @LocalServerPort
    int port;

    @Autowired
    public ObjectMapper json;

    @Autowired
    public LedgerRows rows;

    @DynamicPropertySource
    static void places(DynamicPropertyRegistry properties) {
        TestServer.serves(properties);
        // Tests with other settings have a hub of their own beside this one.
        Path data = DATA.resolveSibling(DATA.getFileName() + "-" + HUBS.incrementAndGet());
        properties.add("redress.console.sign-in-file", SIGN_IN::toString);
        properties.add("redress.data-dir", () -> data);
        properties.add("redress.key-file", () -> data.resolveSibling(data.getFileName() + ".key"));
        properties.add("test.imap.port", () -> startedMail().getImap().getPort());
    }

    private static GreenMail startedMail() {
        if (!MAIL.isRunning()) {
            MAIL.start();
            MAIL.setUser("ops", "a-secret-password");
        }
        return MAIL;
    }

    protected HttpResponse<String> get(String path) {
        return send(request(path).header("Authorization", "Bearer " + KEY));
    }

    protected HttpResponse<String> post(String path) {
        return send(request(path).header("Authorization", "Bearer " + KEY).POST(HttpRequest.BodyPublishers.noBody()));
    }

    protected HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    public static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    protected JsonNode read(HttpResponse<String> response) throws IOException {
        return json.readTree(response.body());
    }

    private static Path empty(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (var socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Not annotated, so that no scan finds it. */
    static class Beans {
        @Bean
        StartPageExamples startPageExamples() {
            return new StartPageExamples(List.of(new StartPageExamples.Example(
                    "Post a form", "curl -d 'text=<b>' http://127.0.0.1:8080/complaints")));
        }

        @Bean
        LedgerRows ledgerRows(org.springframework.jdbc.core.simple.JdbcClient jdbc) {
            return new LedgerRows(jdbc);
        }

        @Bean
        Mood mood() {
            return new Mood();
        }

        @Bean
        Normalizer plain(Mood mood) {
            return new PlainWords(mood);
        }
    }

    /** Lets a test say whether plain words can be read just now. */
    public static final class Mood {
        public final AtomicReference<String> refusal = new AtomicReference<>();
        public final AtomicReference<Runnable> onRead = new AtomicReference<>(() -> {});
    }

    record PlainWords(Mood mood) implements Normalizer {

        @Override
        public String format() {
            return "plain-words";
        }

        @Override
        public NormalizationResult read(RawMessage raw, byte[] original) {
            mood.onRead.get().run();
            String refusal = mood.refusal.get();
            if (refusal != null) {
                return new Refusal(ItemState.INVALID, refusal, raw.id(), List.of());
            }
            var complaint = new Complaint(
                    null, new String(original, StandardCharsets.UTF_8), "en", null, raw.receivedAt(), List.of());
            return new CanonicalComplaint(
                    "web-form",
                    UUID.randomUUID().toString(),
                    Customer.unknown(),
                    Product.unknown(),
                    complaint,
                    List.of(),
                    List.of(),
                    List.of(),
                    false,
                    SenderVerification.UNPROVED);
        }
    }
}

package io.redress.blackbox;

import static org.awaitility.Awaitility.await;

import io.redress.handoff.DiskSync;
import io.redress.sandbox.MailServer;
import io.redress.sandbox.SignedWebhook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.util.FileSystemUtils;

/** The packaged jar in a process and a folder of its own, used from outside only. */
public final class HubProcess implements AutoCloseable {

    public static final String KEY = "black-box-key";
    public static final String BROKER_PASSWORD = "black-box";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Path folder;
    private final int port = freePort();
    private final int openWire = freePort();
    private final Map<String, String> settings = new TreeMap<>();
    /** A hub that lives for a minute is ready sooner without the compiler and the collector that pay later. */
    private static final List<String> FOR_A_SHORT_LIFE = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    /** The jar as it is shipped. */
    private static final Path PACKAGED = Path.of(System.getProperty("redress.jar", "target/redress.jar"));
    /** The same, unpacked for a faster start as docs/operations.md says; {@link ClassArchive} makes the archive. */
    private static final Path UNPACKED = PACKAGED.resolveSibling("unpacked").resolve("redress.jar");

    static final Path CLASS_ARCHIVE = UNPACKED.resolveSibling("redress.jsa");

    /** PostgreSQL's files as a hub unpacks and syncs them at its first start, of {@link ClassArchive}'s hub. */
    static final Path POSTGRES = UNPACKED.resolveSibling("postgres-bin");

    private final List<String> jvm = new ArrayList<>(List.of("-Xmx512m"));
    private final List<String> wrapper = new ArrayList<>();
    private Path jar = PACKAGED;
    private boolean unpacksPostgres = !Files.exists(POSTGRES);
    private Process process;

    /** A fresh folder with the shipped routes and config. */
    public HubProcess(Path folder) {
        jvm.addAll(FOR_A_SHORT_LIFE);
        if (Files.exists(UNPACKED)) {
            jar = UNPACKED;
        }
        if (Files.exists(CLASS_ARCHIVE)) {
            jvm.add("-XX:SharedArchiveFile=" + CLASS_ARCHIVE.toAbsolutePath());
        }
        this.folder = folder;
        copy(Path.of("routes"), folder.resolve("routes"));
        copy(Path.of("config"), folder.resolve("config"));
        set("server.port", port);
        set("redress.broker.open-wire", "tcp://127.0.0.1:" + openWire);
        set("redress.broker.password", BROKER_PASSWORD);
        set("redress.api.keys.test", KEY);
        set("redress.web-form.accept-reserved-domains", true);
    }

    /** The same with the shop's mailbox, an SMTP server and a partner's webhook connected. */
    public static HubProcess withMailbox(Path folder, int smtp, int imap) {
        return new HubProcess(folder)
                .set("mailbox.enabled", true)
                .set("mailbox.protocol", "imap")
                .set("mailbox.host", "127.0.0.1")
                .set("mailbox.port", imap)
                .set("mailbox.period", 300)
                .set("mailbox.username", MailServer.ADDRESS)
                .set("mailbox.password", MailServer.PASSWORD)
                .set("mailbox.address", MailServer.ADDRESS)
                .set("mail-server.protocol", "smtp")
                .set("mail-server.host", "127.0.0.1")
                .set("mail-server.port", smtp)
                .set("partner-webhook.enabled", true)
                .set("partner-webhook.secret", SignedWebhook.SECRET);
    }

    public HubProcess set(String property, Object value) {
        settings.put(property, String.valueOf(value));
        return this;
    }

    /** The jar as it is shipped, in a JVM as it is in production; of its options a later one overrides an earlier one. */
    public HubProcess jvm(List<String> options) {
        jvm.removeAll(FOR_A_SHORT_LIFE);
        jvm.addAll(options);
        return packaged();
    }

    /** Started from the jar as it is shipped. */
    HubProcess packaged() {
        jar = PACKAGED;
        jvm.removeIf(option -> option.startsWith("-XX:SharedArchiveFile="));
        return this;
    }

    /** The jar of another build, with the routes and rules of the checkout in whose target folder it is. */
    public HubProcess built(Path otherJar) throws IOException {
        Path checkout = otherJar.toAbsolutePath().getParent().getParent();
        for (String files : List.of("routes", "config")) {
            FileSystemUtils.deleteRecursively(folder.resolve(files));
            copy(checkout.resolve(files), folder.resolve(files));
        }
        packaged();
        jar = otherJar;
        return this;
    }

    /** Keeps the classes that it used in the archive, when it is closed. */
    HubProcess makingClassArchive() {
        jvm.removeIf(option -> option.startsWith("-XX:SharedArchiveFile="));
        jvm.add("-XX:ArchiveClassesAtExit=" + CLASS_ARCHIVE.toAbsolutePath());
        jvm.add("-Xlog:cds=off,cds+dynamic=off");
        return this;
    }

    /** A first start in every respect: others find PostgreSQL's files in their data folder, as at a second. */
    HubProcess unpackingPostgres() {
        unpacksPostgres = true;
        return this;
    }

    /** What the hub's process is started by, such as {@code env LD_PRELOAD=…}; it must become the hub by exec. */
    public HubProcess by(String... command) {
        wrapper.addAll(List.of(command));
        return this;
    }

    /** Starts the hub and waits until it is ready. */
    public HubProcess start() {
        launch();
        await("hub ready, see " + folder.resolve("hub.log"))
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !process.isAlive() || isReady());
        if (!process.isAlive()) {
            throw new IllegalStateException("the hub ended with code " + process.exitValue() + "\n" + log());
        }
        return this;
    }

    /** Starts the hub and waits for nothing. */
    public HubProcess launch() {
        Path binaries = folder.resolve("data/postgres-bin");
        if (!unpacksPostgres && !settings.containsKey("redress.database.url") && !Files.exists(binaries)) {
            copy(POSTGRES, binaries);
            sync(binaries);
        }
        List<String> command = new ArrayList<>(wrapper);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.add("-jar");
        command.add(jar.toAbsolutePath().toString());
        settings.forEach((key, value) -> command.add("--" + key + "=" + value));
        try {
            process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("hub.log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** {@code kill -9}. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    public String brokerUrl() {
        return "tcp://127.0.0.1:" + openWire;
    }

    public Path folder() {
        return folder;
    }

    /** The body of an API call, with the key. */
    public String api(String path) {
        return read("/api" + path);
    }

    /** How many messages a route has worked on without failure since the hub's start. */
    int done(String routeId) {
        return read("/actuator/prometheus")
                .lines()
                .filter(line -> line.startsWith("camel_exchanges_succeeded_total{")
                        && line.contains("routeId=\"" + routeId + "\""))
                .mapToInt(line -> (int) Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private String read(String path) {
        return answer(path, HttpRequest.newBuilder(uri(path)), 200);
    }

    /** The body of the answer to a POST that begins something, with the key. */
    public String begin(String path, String json) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri("/api" + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        return answer(path, request, 202);
    }

    private static String answer(String path, HttpRequest.Builder builder, int expected) {
        try {
            HttpRequest request = builder.header("Authorization", "Bearer " + KEY)
                    .timeout(Duration.ofSeconds(30))
                    .build();
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != expected) {
                throw new IllegalStateException(path + " answered " + response.statusCode() + ": " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public String log() {
        try {
            return Files.readString(folder.resolve("hub.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (isAlive()) {
            process.destroy();
            process.onExit().orTimeout(3, java.util.concurrent.TimeUnit.MINUTES).join();
            if (Files.exists(folder.resolve("data/postgres/postmaster.pid"))) {
                throw new IllegalStateException("the hub has stopped, its PostgreSQL has not");
            }
        }
    }

    /** Whether it says of itself that it takes complaints. */
    public boolean isReady() {
        try {
            HttpRequest request = HttpRequest.newBuilder(uri("/actuator/health/readiness"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the hub syncs what it unpacks: a power cut must not undo it. */
    private static void sync(Path folder) {
        try {
            DiskSync.tree(folder);
            DiskSync.of(folder.resolveSibling("."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) {
        try {
            FileSystemUtils.copyRecursively(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.redress.blackbox;

import static org.awaitility.Awaitility.await;

import io.redress.testing.OneUserBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** An ActiveMQ broker in a process of its own, which can be killed and started again on the same port and store. */
public final class ExternalBroker implements AutoCloseable {

    public static final String USER = "redress";
    public static final String PASSWORD = "outside";

    private final Path folder;
    private final int port = HubProcess.freePort();
    private Process process;

    public ExternalBroker(Path folder) {
        this.folder = folder;
    }

    /** What runs in the process: {@code <folder> <port>}. */
    public static void main(String[] arguments) throws Exception {
        var broker =
                OneUserBroker.in(Path.of(arguments[0]), "tcp://127.0.0.1:" + arguments[1], USER, PASSWORD, 10L << 30);
        broker.start();
        broker.waitUntilStopped();
    }

    public ExternalBroker start() throws IOException {
        Files.createDirectories(folder);
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ExternalBroker.class.getName(),
                        folder.toString(),
                        String.valueOf(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("broker.log").toFile()))
                .start();
        await("the broker, see " + folder.resolve("broker.log"))
                .atMost(Duration.ofMinutes(1))
                .until(this::answers);
        return this;
    }

    /** {@code kill -9}. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    /** The code with which it ends by itself. */
    public int ended() {
        await("the broker's end").atMost(Duration.ofMinutes(1)).until(() -> !process.isAlive());
        return process.exitValue();
    }

    /** For a hub, which must come back to the broker by itself. */
    public String failoverUrl() {
        return "failover:(" + url() + ")?timeout=5000&maxReconnectDelay=1000";
    }

    public String url() {
        return "tcp://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        if (process != null) {
            kill();
        }
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new IllegalStateException("the broker ended with code " + process.exitValue() + "\n" + log());
        }
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("broker.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

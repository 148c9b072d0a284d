package io.redress.fuzz;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A sender that says much and sends a byte a second, until the hub has enough of it. */
final class SlowClient {

    private SlowClient() {}

    /** How long the hub kept the connection. */
    static CompletableFuture<Duration> drips(URI to, String contentType) {
        return CompletableFuture.supplyAsync(() -> drip(to, contentType), task -> new Thread(task, "slow").start());
    }

    private static Duration drip(URI to, String contentType) {
        long start = System.nanoTime();
        try (var socket = new Socket(to.getHost(), to.getPort())) {
            socket.setSoTimeout(1_000);
            socket.getOutputStream()
                    .write(("POST " + to.getPath() + " HTTP/1.1\r\nHost: hub\r\nContent-Type: " + contentType
                                    + "\r\nContent-Length: 100000\r\n\r\n{\"text\":\"")
                            .getBytes(StandardCharsets.US_ASCII));
            while (System.nanoTime() - start < TimeUnit.MINUTES.toNanos(3)) {
                socket.getOutputStream().write('x');
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
                while (socket.getInputStream().available() > 0) {
                    socket.getInputStream().read();
                }
            }
        } catch (IOException e) {
            return Duration.ofNanos(System.nanoTime() - start); // it was ended, as it should
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }
}

package io.redress.blackbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Many who hold a hub: slow senders who come again when they are sent away, idle connections, and uploads. Over the loopback
 * only, from many of its addresses; all of it ends by {@link #close}.
 */
final class SlowClients implements AutoCloseable {

    private static final byte[] BLOCK = "x".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII);
    private static final List<String> BEGINNINGS = List.of(
            "POST /complaints HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{",
            "POST /complaints HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n5;",
            "POST /api/items HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer wrong\r\nContent-Length: 100000\r\n\r\n",
            "POST /webhooks/none HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n",
            "GET /assets/console.css HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n",
            "GET /complaints/new HTTP/1.1\r\nHost: x\r\nX-Slow: ");

    final AtomicInteger sentAway = new AtomicInteger();
    final AtomicInteger uploaded = new AtomicInteger();

    private final int port;
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private final AtomicInteger addresses = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile boolean over;

    SlowClients(int port) {
        this.port = port;
    }

    void idle(int connections) throws IOException {
        for (int i = 0; i < connections; i++) {
            connect();
        }
    }

    /** Each brings a byte a second, of a body or of headers. */
    void slow(int senders) {
        threads.execute(() -> {
            List<Socket> sockets = new ArrayList<>();
            while (!over) {
                sockets.removeIf(socket -> !drop(socket));
                while (sockets.size() < senders && !over) {
                    Socket socket = begin(BEGINNINGS.get(sockets.size() % BEGINNINGS.size()));
                    if (socket == null) {
                        break;
                    }
                    sockets.add(socket);
                }
                pause();
            }
        });
    }

    void uploads(int senders, int bytes) {
        for (int i = 0; i < senders; i++) {
            threads.execute(() -> upload(bytes));
        }
    }

    private void upload(int bytes) {
        String head =
                "POST /complaints HTTP/1.1\r\nHost: x\r\nContent-Type: application/octet-stream\r\nContent-Length: "
                        + bytes + "\r\n\r\n";
        try (Socket socket = connect()) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            for (int sent = 0; sent < bytes && !over; sent += BLOCK.length) {
                socket.getOutputStream().write(BLOCK, 0, Math.min(BLOCK.length, bytes - sent));
            }
            if (socket.getInputStream().read() >= 0) {
                uploaded.incrementAndGet();
            }
        } catch (IOException e) {
            sentAway.incrementAndGet();
        }
    }

    private Socket begin(String text) {
        try {
            Socket socket = connect();
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            return socket;
        } catch (IOException e) {
            sentAway.incrementAndGet();
            return null;
        }
    }

    private boolean drop(Socket socket) {
        try {
            if (socket.getInputStream().available() == 0) {
                socket.getOutputStream().write('1');
                return true;
            }
            socket.close(); // it has an answer
        } catch (IOException e) {
            // closed by the hub
        }
        sentAway.incrementAndGet();
        return false;
    }

    private Socket connect() throws IOException {
        var socket = new Socket();
        open.add(socket);
        int number = addresses.getAndIncrement() % 20;
        socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 1, (byte) (1 + number)}), 0));
        socket.connect(new InetSocketAddress("127.0.0.1", port), 10_000);
        return socket;
    }

    private void pause() {
        try {
            TimeUnit.SECONDS.sleep(1); // the speed of a slow sender
        } catch (InterruptedException e) {
            over = true;
        }
    }

    @Override
    public void close() throws IOException {
        over = true;
        for (Socket socket : open) {
            socket.close();
        }
        threads.shutdownNow();
    }
}

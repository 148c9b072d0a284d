package io.redress.attachment;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** Answers as clamd does, within the test's own process: finds the test file of the EICAR by its words. */
public final class FakeClamd implements AutoCloseable {

    /** How it behaves. */
    public enum Mood {
        WELL,
        /** Refuses streams above 100,000 bytes, and hangs up while the rest is being sent. */
        SMALL,
        HANGS,
        /** Answers pings, and no file. */
        HANGS_WITH_FILES,
        HANGS_UP,
        HANGS_UP_AT_ONCE,
        ERROR,
        TALKS_WITHOUT_END,
        TALKS_NONSENSE
    }

    private static final int SMALL = 100_000;

    private final ServerSocket server;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<byte[]> files = new CopyOnWriteArrayList<>();
    private volatile Mood mood = Mood.WELL;
    private volatile String error = "Can't allocate memory";

    public FakeClamd() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread accepting = new Thread(this::accept, "fake clamd");
        accepting.setDaemon(true);
        accepting.start();
    }

    public String address() {
        return "tcp://127.0.0.1:" + server.getLocalPort();
    }

    public void become(Mood other) {
        mood = other;
    }

    /** It cannot scan, and says why. */
    public void fail(String reason) {
        error = reason;
        mood = Mood.ERROR;
    }

    /** What it was given. */
    List<byte[]> files() {
        return files;
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                Thread one = new Thread(() -> serve(socket));
                one.setDaemon(true);
                one.start();
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            if (mood == Mood.HANGS_UP_AT_ONCE) {
                return;
            }
            var in = new DataInputStream(socket.getInputStream());
            String command = command(in);
            if (mood == Mood.HANGS) {
                closed.await();
            }
            if (command.equals("zPING")) {
                answer(socket, "PONG\0");
                return;
            }
            if (!command.equals("zINSTREAM")) {
                answer(socket, "UNKNOWN COMMAND\0");
                return;
            }
            byte[] file = stream(in, socket);
            if (file != null) {
                if (mood == Mood.HANGS_WITH_FILES) {
                    closed.await();
                }
                files.add(file);
                answer(socket, words(file));
            }
        } catch (IOException | InterruptedException e) {
            // the other side went
        }
    }

    private static String command(DataInputStream in) throws IOException {
        var command = new StringBuilder();
        for (int one = in.read(); one > 0; one = in.read()) {
            command.append((char) one);
        }
        return command.toString();
    }

    private byte[] stream(DataInputStream in, Socket socket) throws IOException {
        var file = new ByteArrayOutputStream();
        for (int size = in.readInt(); size != 0; size = in.readInt()) {
            file.write(in.readNBytes(size));
            if (mood == Mood.SMALL && file.size() > SMALL) {
                answer(socket, "INSTREAM size limit exceeded. ERROR\0");
                return null;
            }
        }
        return file.toByteArray();
    }

    private String words(byte[] file) {
        return switch (mood) {
            case HANGS_UP -> "";
            case ERROR -> "stream: " + error + " ERROR\0";
            case TALKS_WITHOUT_END -> "x".repeat(100_000);
            case TALKS_NONSENSE -> "HTTP/1.1 200 OK\0";
            default ->
                new String(file, StandardCharsets.ISO_8859_1).contains("EICAR-STANDARD-ANTIVIRUS-TEST-FILE")
                        ? "stream: Eicar-Test-Signature FOUND\0"
                        : "stream: OK\0";
        };
    }

    private static void answer(Socket socket, String words) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(words.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
    }
}

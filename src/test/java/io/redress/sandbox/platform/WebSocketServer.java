package io.redress.sandbox.platform;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A server of WebSockets (RFC 6455) on loopback that does what no well-behaved one does: it cuts connections, sends frames in pieces,
 * and keeps silent. Requests that do not ask for a WebSocket go to another server.
 */
public final class WebSocketServer implements AutoCloseable {

    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final int END = 0x80;

    private final ServerSocket server;
    private final int httpPort;
    private final BlockingQueue<Peer> peers = new LinkedBlockingQueue<>();
    private final List<Peer> all = new CopyOnWriteArrayList<>();
    private volatile int refusal;

    /** A connection that was opened. */
    public static final class Peer {

        private final Socket socket;
        private final String target;
        private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
        private volatile boolean mute;
        private volatile int closedWith;

        private Peer(Socket socket, String target) {
            this.socket = socket;
            this.target = target;
        }

        /** Path and query that the client asked for. */
        public String target() {
            return target;
        }

        /** What the client sent. */
        public BlockingQueue<String> said() {
            return said;
        }

        /** The code with which the client said goodbye; 0 while it has not. */
        public int closedWith() {
            return closedWith;
        }

        public boolean isOpen() {
            return !socket.isClosed();
        }

        /** Answers no ping any more, as a server behind a dead line. */
        public void mute() {
            mute = true;
        }

        public void send(String text) {
            write(END | TEXT, text.getBytes(StandardCharsets.UTF_8));
        }

        /** A text frame in pieces of so many bytes, with a ping between them. */
        public void sendInPieces(String text, int size) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            for (int from = 0; from < bytes.length; from += size) {
                int to = Math.min(bytes.length, from + size);
                write((from == 0 ? TEXT : 0) | (to == bytes.length ? END : 0), Arrays.copyOfRange(bytes, from, to));
                if (to < bytes.length) {
                    ping();
                }
            }
        }

        public void sendBytes(byte[] bytes) {
            write(END | BINARY, bytes);
        }

        public void ping() {
            write(END | PING, new byte[0]);
        }

        public void close(int code) {
            write(END | CLOSE, new byte[] {(byte) (code >> 8), (byte) code});
        }

        /** Ends the connection as a pulled cable does. */
        public void cut() {
            try {
                socket.setSoLinger(true, 0);
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private synchronized void write(int head, byte[] bytes) {
            try {
                OutputStream out = socket.getOutputStream();
                out.write(head);
                if (bytes.length < 126) {
                    out.write(bytes.length);
                } else if (bytes.length < 1 << 16) {
                    out.write(new byte[] {126, (byte) (bytes.length >> 8), (byte) bytes.length});
                } else {
                    out.write(new byte[] {127, 0, 0, 0, 0});
                    for (int shift = 24; shift >= 0; shift -= 8) {
                        out.write(bytes.length >> shift);
                    }
                }
                out.write(bytes);
                out.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void read() throws IOException {
            var in = new DataInputStream(socket.getInputStream());
            while (true) {
                int code = in.readUnsignedByte() & 0xf;
                int length = in.readUnsignedByte() & 0x7f;
                length = length == 126 ? in.readUnsignedShort() : length == 127 ? (int) in.readLong() : length;
                byte[] mask = in.readNBytes(4);
                byte[] bytes = in.readNBytes(length);
                for (int i = 0; i < bytes.length; i++) {
                    bytes[i] ^= mask[i % 4];
                }
                if (code == TEXT) {
                    said.add(new String(bytes, StandardCharsets.UTF_8));
                } else if (code == PING && !mute) {
                    write(END | PONG, bytes);
                } else if (code == CLOSE) {
                    closedWith = bytes.length < 2 ? 1005 : (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
                    write(END | CLOSE, bytes);
                    socket.close();
                    return;
                }
            }
        }
    }

    /**
     * A server.
     *
     * @param port 0 for a free one
     * @param httpPort of the server for all other requests
     */
    public WebSocketServer(int port, int httpPort) {
        this.httpPort = httpPort;
        try {
            server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread(() -> {
            while (true) {
                Socket socket = server.accept();
                thread(() -> serve(socket));
            }
        });
    }

    public String authority() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    /** The next connection that is opened, or was opened and not asked for yet. */
    public Peer next() {
        try {
            Peer peer = peers.poll(20, TimeUnit.SECONDS);
            if (peer == null) {
                throw new IllegalStateException("no connection was opened");
            }
            return peer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** All connections so far. */
    public List<Peer> all() {
        return all;
    }

    /** Answers those who ask for a WebSocket with this status; 0 opens it. */
    public void refuse(int status) {
        refusal = status;
    }

    private void serve(Socket socket) throws IOException {
        var in = new BufferedInputStream(socket.getInputStream());
        in.mark(1 << 16);
        String head = head(in);
        if (!head.toLowerCase(Locale.ROOT).contains("upgrade: websocket")) {
            in.reset();
            tunnel(socket, in);
            return;
        }
        if (refusal != 0) {
            socket.getOutputStream()
                    .write(("HTTP/1.1 " + refusal + " No\r\nContent-Length: 0\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.close();
            return;
        }
        String key = head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("sec-websocket-key:"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElseThrow();
        socket.getOutputStream()
                .write(
                        ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                                        + accept(key) + "\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
        var peer = new Peer(socket, head.split(" ")[1]);
        all.add(peer);
        peers.add(peer);
        peer.read();
    }

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private void tunnel(Socket socket, InputStream in) throws IOException {
        Socket other = new Socket(InetAddress.getLoopbackAddress(), httpPort);
        thread(() -> {
            other.getInputStream().transferTo(socket.getOutputStream());
            socket.close();
        });
        in.transferTo(other.getOutputStream());
        other.close();
    }

    private static String accept(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void thread(Work work) {
        var thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException | UncheckedIOException e) {
                        return; // the connection, or the server, has ended
                    }
                },
                "websocket-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        all.stream().filter(Peer::isOpen).forEach(Peer::cut);
    }
}

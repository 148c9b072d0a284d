package io.redress.channel.mailbox;

import io.redress.channel.WatchedStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections of one mailbox, which can be cut while somebody waits for them. Jakarta Mail limits each wait for the
 * server, but not how many of them a mail takes, and its own ways to close a connection wait for the thread that reads. TLS
 * is laid over these sockets as over any others. What comes by them is counted: Jakarta Mail keeps all answers to a command in
 * memory, however long a server makes them and however many it sends.
 */
public final class AbortableSocketFactory extends SocketFactory {

    private static final Logger LOG = LoggerFactory.getLogger(AbortableSocketFactory.class);

    /** What Jakarta Mail makes of an answer of a few bytes, which IMAP begins with a star on a line of its own. */
    private static final int ANSWER = 1_000;

    private final List<Socket> open = new ArrayList<>();
    private final AtomicLong room = new AtomicLong(Long.MAX_VALUE);

    @Override
    public synchronized Socket createSocket() {
        open.removeIf(Socket::isClosed);
        var socket = new Counted();
        open.add(socket);
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(localHost, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(localHost, localPort));
    }

    private Socket connected(InetSocketAddress server, @Nullable InetSocketAddress here) throws IOException {
        Socket socket = createSocket();
        socket.bind(here); // null: anywhere
        socket.connect(server);
        return socket;
    }

    /** From now on so many bytes may come, until this is said again; who reads beyond them gets an exception. */
    void allow(long bytes) {
        room.set(bytes);
    }

    /** Closes all of them; who reads from one gets an exception. */
    public synchronized void cut() {
        for (Socket socket : open) {
            try {
                socket.close();
            } catch (IOException e) {
                LOG.debug("a connection to a mail server was not closed in order", e);
            }
        }
        open.clear();
    }

    private final class Counted extends Socket {

        @Override
        public InputStream getInputStream() throws IOException {
            return new WatchedStream(super.getInputStream()) {
                private boolean lineBegins = true;

                @Override
                protected void watch(byte[] bytes, int from, int end) throws IOException {
                    long weight = end - from;
                    for (int i = from; i < end; i++) {
                        weight += lineBegins && bytes[i] == '*' ? ANSWER : 0;
                        lineBegins = bytes[i] == '\n';
                    }
                    if (room.addAndGet(-weight) < 0) {
                        throw new IOException("the server sends more than any answer needs");
                    }
                }
            };
        }
    }
}

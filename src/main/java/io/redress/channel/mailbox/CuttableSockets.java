package io.redress.channel.mailbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import javax.net.SocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections of one mailbox, which can be cut while somebody waits for them. Jakarta Mail limits each wait for the
 * server, but not how many of them a mail takes, and its own ways to close a connection wait for the thread that reads. TLS
 * is laid over these sockets as over any others.
 */
public final class CuttableSockets extends SocketFactory {

    private static final Logger LOG = LoggerFactory.getLogger(CuttableSockets.class);

    private final List<Socket> open = new ArrayList<>();

    @Override
    public synchronized Socket createSocket() {
        open.removeIf(Socket::isClosed);
        var socket = new Socket();
        open.add(socket);
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        Socket socket = createSocket();
        socket.connect(new InetSocketAddress(host, port));
        return socket;
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        Socket socket = createSocket();
        socket.connect(new InetSocketAddress(host, port));
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        Socket socket = createSocket();
        socket.bind(new InetSocketAddress(localHost, localPort));
        socket.connect(new InetSocketAddress(host, port));
        return socket;
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        Socket socket = createSocket();
        socket.bind(new InetSocketAddress(localHost, localPort));
        socket.connect(new InetSocketAddress(host, port));
        return socket;
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
}

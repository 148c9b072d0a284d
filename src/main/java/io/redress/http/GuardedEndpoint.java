package io.redress.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.List;
import org.apache.tomcat.util.net.NioEndpoint;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes connections, but not too many of one address. */
final class GuardedEndpoint extends NioEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedEndpoint.class);

    private @Nullable ConnectionCounter limit;
    private @Nullable RejectedRequestMetrics refusals;

    void limit(ConnectionCounter limit, RejectedRequestMetrics refusals) {
        this.limit = limit;
        this.refusals = refusals;
    }

    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        String address = address(socket);
        if (limit == null || refusals == null || address == null || limit.admits(address)) {
            return super.setSocketOptions(socket);
        }
        refusals.count(RequestRejection.CONNECTIONS_OF_ADDRESS);
        try {
            socket.configureBlocking(false); // what does not fit at once is not waited for
            socket.write(ByteBuffer.wrap(RequestRejection.CONNECTIONS_OF_ADDRESS.message()));
        } catch (IOException e) {
            LOG.debug("could not be answered that it has too many connections", e);
        }
        destroySocket(socket);
        return false;
    }

    List<String> remoteAddresses() {
        return connections.keySet().stream()
                .map(GuardedEndpoint::address)
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    private static @Nullable String address(SocketChannel socket) {
        try {
            return socket.getRemoteAddress() instanceof InetSocketAddress remote && remote.getAddress() != null
                    ? remote.getAddress().getHostAddress()
                    : null;
        } catch (IOException e) {
            return null; // closed meanwhile
        }
    }
}

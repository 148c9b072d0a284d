package io.redress.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.RequestInfo;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The work on one connection: knows since when its headers are coming, and can be ended by another thread. */
final class GuardedConnection extends Http11Processor {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedConnection.class);

    /** Tomcat keeps 9 to 16 for connectors. */
    private static final int NOTE = 17;

    private volatile long headersSince;

    GuardedConnection(AbstractHttp11Protocol<?> protocol, Adapter adapter) {
        super(protocol, adapter);
        request.setNote(NOTE, this);
    }

    /** Null on a connector of another kind. */
    static @Nullable GuardedConnection of(Request request) {
        return request.getNote(NOTE) instanceof GuardedConnection connection ? connection : null;
    }

    @Override
    public SocketState service(SocketWrapperBase<?> wrapper) throws IOException {
        int before = request.getRequestProcessor().getRequestCount();
        SocketState state = super.service(wrapper);
        RequestInfo info = request.getRequestProcessor();
        boolean halfRead = state == SocketState.LONG && !isAsync();
        if (!halfRead) {
            headersSince = 0;
        } else if (headersSince == 0 || info.getRequestCount() != before) {
            headersSince = System.nanoTime();
        }
        return state;
    }

    /** Whether headers began to come so many nanoseconds ago, and still do. */
    boolean hasHeadersOlderThan(long nanos) {
        long since = headersSince;
        return since != 0 && System.nanoTime() - since > nanos;
    }

    boolean isOn(Object other) {
        return socketWrapper == other;
    }

    /** Lets whoever reads find the end of the input. The connection itself is closed by the thread that works on it. */
    void endInput() {
        end(socketWrapper);
    }

    /** The same, with an answer where nobody works on the connection. */
    void refuse(RequestRejection why, SocketWrapperBase<?> wrapper) {
        headersSince = 0;
        if (wrapper.getSocket() instanceof NioChannel channel) {
            try {
                channel.getIOChannel().write(ByteBuffer.wrap(why.message()));
            } catch (IOException e) {
                LOG.debug("could not be answered with {}", why, e);
            }
        }
        end(wrapper);
    }

    private static void end(@Nullable SocketWrapperBase<?> wrapper) {
        if (wrapper != null && wrapper.getSocket() instanceof NioChannel channel) {
            try {
                channel.getIOChannel().shutdownInput();
            } catch (IOException e) {
                LOG.debug("is closed already", e);
            }
        }
    }
}

package io.redress.http;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * HTTP/1.1, as Tomcat speaks it, with limits that Tomcat lacks: of connections by address, and of the time of headers and
 * bodies as a whole. Tomcat's own time-outs begin anew with every byte. Made by Tomcat, by name.
 */
public final class GuardedProtocol extends Http11NioProtocol {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedProtocol.class);
    private static final long LOOK_MILLIS = 250;

    private final GuardedEndpoint endpoint;
    private @Nullable ConnectionPolicy policy;
    private @Nullable ActiveRequestBodies bodies;
    private @Nullable RejectedRequestMetrics refusals;
    private @Nullable ScheduledFuture<?> looks;

    public GuardedProtocol() {
        this(new GuardedEndpoint());
    }

    private GuardedProtocol(GuardedEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    /** To be called before it starts. */
    void guard(ConnectionPolicy policy, ActiveRequestBodies bodies, RejectedRequestMetrics refusals) {
        this.policy = policy;
        this.bodies = bodies;
        this.refusals = refusals;
        endpoint.limit(new ConnectionCounter(policy, endpoint::remoteAddresses, System::nanoTime), refusals);
    }

    @Override
    protected Processor createProcessor() {
        return new GuardedConnection(this, getAdapter());
    }

    @Override
    public void start() throws Exception {
        super.start();
        looks = getUtilityExecutor()
                .scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() throws Exception {
        if (looks != null) {
            looks.cancel(false);
        }
        super.stop();
    }

    private void look() {
        try {
            if (policy != null && bodies != null && refusals != null) {
                look(policy, bodies, refusals);
            }
        } catch (RuntimeException e) {
            LOG.error("slow connections could not be looked at", e); // and again in a moment
        }
    }

    private void look(ConnectionPolicy policy, ActiveRequestBodies bodies, RejectedRequestMetrics refusals) {
        bodies.look();
        boolean crowded = endpoint.getConnectionCount() > endpoint.getMaxConnections() * ConnectionPolicy.CROWDED;
        for (SocketWrapperBase<?> wrapper : endpoint.getConnections()) {
            if (wrapper.getCurrentProcessor() instanceof GuardedConnection connection
                    && connection.hasHeadersOlderThan(policy.headerTime().toNanos())) {
                refusals.count(RequestRejection.SLOW_HEADERS);
                connection.refuse(RequestRejection.SLOW_HEADERS, wrapper);
            } else if (crowded && !bodies.isReceivedOn(wrapper)) {
                wrapper.setReadTimeout(Math.min(wrapper.getReadTimeout(), ConnectionPolicy.SHORT_IDLE.toMillis()));
            }
        }
        refusals.tell();
    }
}

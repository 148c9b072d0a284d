package io.redress.broker.downstream;

import io.redress.access.QueuePermissions;
import java.net.URI;
import org.apache.activemq.broker.BrokerPlugin;
import org.apache.activemq.broker.BrokerService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where systems downstream reach the embedded broker: open as soon as somebody may log in there. The hub's own connections
 * prove themselves by a secret that is made anew at each start and never leaves the process.
 */
public final class DownstreamPort {

    private static final Logger LOG = LoggerFactory.getLogger(DownstreamPort.class);

    private final URI address;
    private final QueuePermissions permissions;
    private final RefusalLog refusalLog;
    private final int mostByUser;
    private final BrokerAuthenticator authenticator;
    private final String hubSecret = BrokerAuthenticator.random();
    private @Nullable BrokerService broker;
    private @Nullable DownstreamConnector connector;

    /**
     * @param address {@code tcp://host:port}
     * @param mostByUser connections that a user may have at once
     */
    public DownstreamPort(
            URI address,
            QueuePermissions permissions,
            BrokerAuthenticator authenticator,
            RefusalLog refusalLog,
            int mostByUser) {
        this.address = address;
        this.permissions = permissions;
        this.authenticator = authenticator;
        this.refusalLog = refusalLog;
        this.mostByUser = mostByUser;
    }

    /** The password of {@link io.redress.broker.EmbeddedBroker#HUB}. */
    public String hubSecret() {
        return hubSecret;
    }

    /** Guards a broker that is yet to be started. */
    public synchronized void guard(BrokerService unstarted) throws Exception {
        broker = unstarted;
        unstarted.setPlugins(new BrokerPlugin[] {
            next -> new QueueAuthorizationFilter(next, permissions, refusalLog, hubSecret),
            next -> new ExternalAccessFilter(next, refusalLog)
        });
        if (permissions.users().isEmpty()) {
            LOG.info(
                    "The queues are closed to other systems: redress.broker.users names no user, and redress.broker.password is not set");
        } else {
            unstarted.addConnector(created());
        }
    }

    /** Follows an edit of the users: opens for the first of them, and closes the connections of who was changed. */
    public synchronized void usersChanged() {
        if (connector != null) {
            connector.closeChanged();
        } else if (broker != null && !permissions.users().isEmpty()) {
            DownstreamConnector opened = created();
            try {
                broker.addConnector(opened);
                broker.startTransportConnector(opened);
            } catch (Exception e) {
                LOG.error("The queues cannot be opened at {} ({}); restart the hub", address, e.getMessage());
            }
        }
    }

    private DownstreamConnector created() {
        var created = new DownstreamConnector(address, authenticator, permissions, refusalLog, mostByUser);
        connector = created;
        return created;
    }
}

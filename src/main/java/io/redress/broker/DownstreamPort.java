package io.redress.broker;

import io.redress.access.QueueRights;
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
    private final QueueRights rights;
    private final Refusals refusals;
    private final int mostByUser;
    private final Logins logins;
    private final String hubSecret = Logins.random();
    private @Nullable BrokerService broker;
    private @Nullable DownstreamConnector connector;

    /**
     * @param address {@code tcp://host:port}
     * @param mostByUser connections that a user may have at once
     */
    public DownstreamPort(URI address, QueueRights rights, Logins logins, Refusals refusals, int mostByUser) {
        this.address = address;
        this.rights = rights;
        this.logins = logins;
        this.refusals = refusals;
        this.mostByUser = mostByUser;
    }

    /** The password of {@link EmbeddedBroker#HUB}. */
    public String hubSecret() {
        return hubSecret;
    }

    /** Guards a broker that is yet to be started. */
    public synchronized void guard(BrokerService unstarted) throws Exception {
        broker = unstarted;
        unstarted.setPlugins(new BrokerPlugin[] {
            next -> new QueueGate(next, rights, refusals, hubSecret), next -> new OutsideAccess(next, refusals)
        });
        if (rights.users().isEmpty()) {
            LOG.info(
                    "The queues are closed to other systems: redress.broker.users names nobody, and there is no redress.broker.password");
        } else {
            unstarted.addConnector(created());
        }
    }

    /** Follows an edit of the users: opens for the first of them, and closes the connections of who was changed. */
    public synchronized void usersChanged() {
        if (connector != null) {
            connector.closeChanged();
        } else if (broker != null && !rights.users().isEmpty()) {
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
        var created = new DownstreamConnector(address, logins, rights, refusals, mostByUser);
        connector = created;
        return created;
    }
}

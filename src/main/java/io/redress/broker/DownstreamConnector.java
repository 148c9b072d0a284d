package io.redress.broker;

import io.redress.access.BrokerUser;
import io.redress.access.QueueRights;
import java.net.URI;
import java.util.Optional;
import org.apache.activemq.broker.Connection;
import org.apache.activemq.broker.TransportConnector;
import org.apache.activemq.transport.Transport;

/** The port for systems downstream. Whoever is changed or removed in the list of users loses the connections at once. */
final class DownstreamConnector extends TransportConnector {

    private final Logins logins;
    private final QueueRights rights;
    private final Refusals refusals;

    DownstreamConnector(URI address, Logins logins, QueueRights rights, Refusals refusals) {
        setUri(address);
        this.logins = logins;
        this.rights = rights;
        this.refusals = refusals;
    }

    @Override
    protected Connection createConnection(Transport transport) {
        var connection = new DownstreamConnection(this, transport, logins, rights, refusals);
        connection.getStatistics().setEnabled(getStatistics().isEnabled());
        return connection;
    }

    /** Ends the connections of who is no more the user that logged in. */
    void closeChanged() {
        for (var open : getConnections()) {
            Login login = open instanceof DownstreamConnection connection ? connection.login() : null;
            if (login != null) {
                Optional<BrokerUser> now = rights.find(login.getUserName());
                if (!login.is(now.orElse(null))) {
                    open.stopAsync(refusals.login(login.getUserName(), login.address(), "the user was changed"));
                }
            }
        }
    }
}

package io.redress.broker.downstream;

import io.redress.access.BrokerUser;
import io.redress.access.QueuePermissions;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.activemq.broker.Connection;
import org.apache.activemq.broker.TransportConnection;
import org.apache.activemq.broker.TransportConnector;
import org.apache.activemq.transport.Transport;

/** The port for systems downstream. Whoever is changed or removed in the list of users loses the connections at once. */
final class DownstreamConnector extends TransportConnector {

    private final BrokerAuthenticator authenticator;
    private final QueuePermissions permissions;
    private final RefusalLog refusalLog;
    private final int mostByUser;
    private final Set<DownstreamConnection> loggedIn = new HashSet<>();

    /** @param mostByUser connections that a user may have at once */
    DownstreamConnector(
            URI address,
            BrokerAuthenticator authenticator,
            QueuePermissions permissions,
            RefusalLog refusalLog,
            int mostByUser) {
        setUri(address);
        this.authenticator = authenticator;
        this.permissions = permissions;
        this.refusalLog = refusalLog;
        this.mostByUser = mostByUser;
    }

    @Override
    protected Connection createConnection(Transport transport) {
        var connection = new DownstreamConnection(this, transport, authenticator, permissions, refusalLog);
        connection.getStatistics().setEnabled(getStatistics().isEnabled());
        return connection;
    }

    /** Logs a connection in, unless its user has as many as may be. */
    boolean admits(DownstreamConnection connection, ClientSecurityContext client) {
        synchronized (loggedIn) {
            long others = loggedIn.stream()
                    .filter(other -> client.isOfSameUser(other.client()))
                    .count();
            if (others >= mostByUser) {
                return false;
            }
            connection.loggedIn(client);
            if (!connection.isEnded()) {
                loggedIn.add(connection);
            }
            return true;
        }
    }

    int mostByUser() {
        return mostByUser;
    }

    @Override
    public void onStopped(TransportConnection connection) {
        super.onStopped(connection);
        synchronized (loggedIn) {
            loggedIn.remove(connection);
        }
    }

    /** Ends the connections of who is no more the user that logged in. */
    void closeChanged() {
        List<DownstreamConnection> open;
        synchronized (loggedIn) {
            open = List.copyOf(loggedIn);
        }
        for (var connection : open) {
            ClientSecurityContext client = connection.client();
            if (client != null) {
                Optional<BrokerUser> now = permissions.find(client.getUserName());
                if (!client.is(now.orElse(null))) {
                    connection.stopAsync(
                            refusalLog.login(client.getUserName(), client.address(), "the user was changed"));
                }
            }
        }
    }
}

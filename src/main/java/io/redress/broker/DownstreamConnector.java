package io.redress.broker;

import io.redress.access.BrokerUser;
import io.redress.access.QueueRights;
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

    private final Logins logins;
    private final QueueRights rights;
    private final Refusals refusals;
    private final int mostByUser;
    private final Set<DownstreamConnection> loggedIn = new HashSet<>();

    /** @param mostByUser connections that a user may have at once */
    DownstreamConnector(URI address, Logins logins, QueueRights rights, Refusals refusals, int mostByUser) {
        setUri(address);
        this.logins = logins;
        this.rights = rights;
        this.refusals = refusals;
        this.mostByUser = mostByUser;
    }

    @Override
    protected Connection createConnection(Transport transport) {
        var connection = new DownstreamConnection(this, transport, logins, rights, refusals);
        connection.getStatistics().setEnabled(getStatistics().isEnabled());
        return connection;
    }

    /** Logs a connection in, unless its user has as many as may be. */
    boolean admits(DownstreamConnection connection, Login login) {
        synchronized (loggedIn) {
            long others = loggedIn.stream()
                    .filter(other -> login.isOfSameUser(other.login()))
                    .count();
            if (others >= mostByUser) {
                return false;
            }
            connection.loggedIn(login);
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
            Login login = connection.login();
            if (login != null) {
                Optional<BrokerUser> now = rights.find(login.getUserName());
                if (!login.is(now.orElse(null))) {
                    connection.stopAsync(refusals.login(login.getUserName(), login.address(), "the user was changed"));
                }
            }
        }
    }
}

package io.redress.broker;

import io.redress.access.BrokerUser;
import io.redress.access.QueueRights;
import java.util.Objects;
import org.apache.activemq.broker.TransportConnection;
import org.apache.activemq.command.BrokerInfo;
import org.apache.activemq.command.BrokerSubscriptionInfo;
import org.apache.activemq.command.ConnectionInfo;
import org.apache.activemq.command.ControlCommand;
import org.apache.activemq.command.Response;
import org.apache.activemq.state.ConnectionState;
import org.apache.activemq.transport.Transport;
import org.jspecify.annotations.Nullable;

/**
 * A connection from outside. It logs in before the broker does anything for it: the broker's own order would first close
 * another connection that has the same id, and would build a bridge into itself for whoever calls himself a broker.
 */
final class DownstreamConnection extends TransportConnection {

    private static final int GOODBYE_MILLIS = 500;

    private final Logins logins;
    private final QueueRights rights;
    private final Refusals refusals;
    private volatile @Nullable Login login;

    DownstreamConnection(
            DownstreamConnector connector, Transport transport, Logins logins, QueueRights rights, Refusals refusals) {
        super(
                connector,
                transport,
                connector.getBroker(),
                connector.isDisableAsyncDispatch() ? null : connector.getTaskRunnerFactory(),
                connector.getBrokerService().getTaskRunnerFactory());
        this.logins = logins;
        this.rights = rights;
        this.refusals = refusals;
    }

    /** Who logged in; null before. */
    @Nullable
    Login login() {
        return login;
    }

    @Override
    public Response processAddConnection(ConnectionInfo info) throws Exception {
        try {
            admit(info);
        } catch (SecurityException e) {
            delayedStop(GOODBYE_MILLIS, "login refused", e);
            throw e;
        }
        return super.processAddConnection(info);
    }

    private void admit(ConnectionInfo info) throws InterruptedException {
        String address = address();
        if (login != null) {
            throw refusals.login(info.getUserName(), address, "this connection is logged in already");
        }
        BrokerUser user = logins.login(address, info.getUserName(), info.getPassword());
        ConnectionState before = brokerConnectionStates.get(info.getConnectionId());
        if (before != null && !Objects.equals(before.getInfo().getUserName(), user.name())) {
            throw refusals.login(user.name(), address, "the connection's id is that of another user");
        }
        login = Login.of(user, address);
        if (!rights.find(user.name()).filter(user::equals).isPresent()) {
            throw refusals.login(user.name(), address, "the user was changed meanwhile");
        }
    }

    @Override
    public Response processBrokerInfo(BrokerInfo info) {
        throw refusals.login(null, address(), "brokers may not connect here");
    }

    @Override
    public Response processBrokerSubscriptionInfo(BrokerSubscriptionInfo info) {
        throw refusals.login(null, address(), "brokers may not connect here");
    }

    @Override
    public Response processControlCommand(ControlCommand command) {
        throw refusals.login(null, address(), "nobody controls the broker from here");
    }

    /** {@code tcp://10.0.0.7:51234} without scheme and port. */
    private String address() {
        String remote = String.valueOf(getRemoteAddress());
        return remote.replaceFirst("^\\w+://", "").replaceFirst(":\\d+$", "");
    }
}

package io.redress.broker.downstream;

import io.redress.access.BrokerUser;
import io.redress.access.QueuePermissions;
import java.util.Objects;
import java.util.function.ToIntFunction;
import org.apache.activemq.broker.TransportConnection;
import org.apache.activemq.command.BrokerInfo;
import org.apache.activemq.command.BrokerSubscriptionInfo;
import org.apache.activemq.command.ConnectionInfo;
import org.apache.activemq.command.ConsumerInfo;
import org.apache.activemq.command.ControlCommand;
import org.apache.activemq.command.ProducerInfo;
import org.apache.activemq.command.Response;
import org.apache.activemq.command.SessionId;
import org.apache.activemq.command.SessionInfo;
import org.apache.activemq.state.ConnectionState;
import org.apache.activemq.state.SessionState;
import org.apache.activemq.transport.Transport;
import org.jspecify.annotations.Nullable;

/**
 * A connection from outside. It logs in before the broker does anything for it: the broker's own order would first close
 * another connection that has the same id, and would build a bridge into itself for whoever calls himself a broker.
 */
final class DownstreamConnection extends TransportConnection {

    private static final int GOODBYE_MILLIS = 500;
    /** Sessions, consumers and producers that a connection may have open, of each kind. */
    static final int MOST_OPEN = 500;

    private final DownstreamConnector port;
    private final BrokerAuthenticator authenticator;
    private final QueuePermissions permissions;
    private final RefusalLog refusalLog;
    private volatile @Nullable ClientSecurityContext client;
    private volatile boolean ended;

    DownstreamConnection(
            DownstreamConnector connector,
            Transport transport,
            BrokerAuthenticator authenticator,
            QueuePermissions permissions,
            RefusalLog refusalLog) {
        super(
                connector,
                transport,
                connector.getBroker(),
                connector.isDisableAsyncDispatch() ? null : connector.getTaskRunnerFactory(),
                connector.getBrokerService().getTaskRunnerFactory());
        this.port = connector;
        this.authenticator = authenticator;
        this.permissions = permissions;
        this.refusalLog = refusalLog;
    }

    /** Who logged in; null before. */
    @Nullable
    ClientSecurityContext client() {
        return client;
    }

    void loggedIn(ClientSecurityContext user) {
        client = user;
    }

    boolean isEnded() {
        return ended;
    }

    @Override
    protected void doStop() throws Exception {
        ended = true;
        super.doStop();
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
        if (client != null) {
            throw refusalLog.login(info.getUserName(), address, "this connection is logged in already");
        }
        BrokerUser user = authenticator.login(address, info.getUserName(), info.getPassword());
        ConnectionState before = brokerConnectionStates.get(info.getConnectionId());
        if (before != null && !Objects.equals(before.getInfo().getUserName(), user.name())) {
            throw refusalLog.login(user.name(), address, "the connection's id is that of another user");
        }
        if (!port.admits(this, ClientSecurityContext.of(user, address))) {
            throw refusalLog.login(
                    user.name(),
                    address,
                    "the user has " + port.mostByUser()
                            + " connections already; close some, or raise redress.broker.max-connections-per-user");
        }
        // The broker refuses an id that is in use: an own name keeps everybody from taking that of another, or the
        // hub's.
        info.setClientId(user.name() + "/" + info.getConnectionId());
        if (!permissions.find(user.name()).filter(user::equals).isPresent()) {
            throw refusalLog.login(user.name(), address, "the user was changed meanwhile");
        }
    }

    @Override
    public Response processAddSession(SessionInfo info) throws Exception {
        limit(info.getSessionId(), "sessions", session -> 1);
        return super.processAddSession(info);
    }

    @Override
    public Response processAddConsumer(ConsumerInfo info) throws Exception {
        limit(info.getConsumerId().getParentId(), "consumers", session -> session.getConsumerIds()
                .size());
        return super.processAddConsumer(info);
    }

    @Override
    public Response processAddProducer(ProducerInfo info) throws Exception {
        limit(info.getProducerId().getParentId(), "producers", session -> session.getProducerIds()
                .size());
        return super.processAddProducer(info);
    }

    private void limit(SessionId id, String what, ToIntFunction<SessionState> open) {
        ConnectionState state = lookupConnectionState(id.getParentId());
        ClientSecurityContext user = client;
        if (user != null
                && state != null
                && state.getSessionStates().stream().mapToInt(open).sum() >= MOST_OPEN) {
            throw refusalLog.access(
                    user.getUserName(),
                    user.address(),
                    "have more than " + MOST_OPEN + " " + what + " open in a connection (close those that are done)");
        }
    }

    @Override
    public Response processBrokerInfo(BrokerInfo info) {
        throw refusalLog.login(null, address(), "brokers may not connect here");
    }

    @Override
    public Response processBrokerSubscriptionInfo(BrokerSubscriptionInfo info) {
        throw refusalLog.login(null, address(), "brokers may not connect here");
    }

    @Override
    public Response processControlCommand(ControlCommand command) {
        throw refusalLog.login(null, address(), "broker control commands are not allowed");
    }

    /** {@code tcp://10.0.0.7:51234} without scheme and port. */
    private String address() {
        String remote = String.valueOf(getRemoteAddress());
        return remote.replaceFirst("^\\w+://", "").replaceFirst(":\\d+$", "");
    }
}

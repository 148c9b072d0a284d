package io.redress.broker.downstream;

import io.redress.access.QueuePermissions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.apache.activemq.advisory.AdvisorySupport;
import org.apache.activemq.broker.Broker;
import org.apache.activemq.broker.BrokerFilter;
import org.apache.activemq.broker.ConnectionContext;
import org.apache.activemq.broker.ConsumerBrokerExchange;
import org.apache.activemq.broker.ProducerBrokerExchange;
import org.apache.activemq.broker.region.Destination;
import org.apache.activemq.broker.region.Subscription;
import org.apache.activemq.command.ActiveMQDestination;
import org.apache.activemq.command.ConnectionId;
import org.apache.activemq.command.ConnectionInfo;
import org.apache.activemq.command.ConsumerControl;
import org.apache.activemq.command.ConsumerInfo;
import org.apache.activemq.command.Message;
import org.apache.activemq.command.MessageAck;
import org.apache.activemq.command.MessagePull;
import org.apache.activemq.command.ProducerInfo;
import org.apache.activemq.command.Response;
import org.jspecify.annotations.Nullable;

/**
 * Lets users from outside take messages from their queues and send to those that they may write, and nothing else; stamps
 * who sent. ActiveMQ's own authorization is not used: it grants a wildcard to whoever may read one of its queues.
 */
final class QueueAuthorizationFilter extends BrokerFilter {

    private static final String ALL_TICKETS = "complaints.";

    private final QueuePermissions permissions;
    private final RefusalLog refusalLog;
    private final String hubSecret;

    QueueAuthorizationFilter(Broker next, QueuePermissions permissions, RefusalLog refusalLog, String hubSecret) {
        super(next);
        this.permissions = permissions;
        this.refusalLog = refusalLog;
        this.hubSecret = hubSecret;
    }

    @Override
    public void addConnection(ConnectionContext context, ConnectionInfo info) throws Exception {
        ClientSecurityContext client;
        if (context.getConnection() instanceof DownstreamConnection outside) {
            client = outside.client();
        } else {
            client = isSecret(info.getPassword()) ? ClientSecurityContext.hub() : null;
        }
        if (client == null) {
            throw refusalLog.login(info.getUserName(), "inside", "only the hub connects by vm://");
        }
        context.setSecurityContext(client);
        super.addConnection(context, info);
    }

    @Override
    public @Nullable Subscription addConsumer(ConnectionContext context, ConsumerInfo info) throws Exception {
        ClientSecurityContext user = outsider(context);
        if (user != null) {
            own(user, context, info.getConsumerId().getConnectionId());
            if (Arrays.asList(AdvisorySupport.TEMP_DESTINATION_COMPOSITE_ADVISORY_TOPIC.getCompositeDestinations())
                            .contains(info.getDestination())
                    || AdvisorySupport.TEMP_DESTINATION_COMPOSITE_ADVISORY_TOPIC.equals(info.getDestination())) {
                return null; // what every client listens to unless told not to; nothing is ever said there
            }
            read(user, info.getDestination());
            String special = ClientCommandPolicy.special(info);
            if (special != null) {
                throw denied(user, special + " on " + info.getDestination());
            }
        }
        return super.addConsumer(context, info);
    }

    @Override
    public void removeConsumer(ConnectionContext context, ConsumerInfo info) throws Exception {
        own(outsider(context), context, info.getConsumerId().getConnectionId());
        super.removeConsumer(context, info);
    }

    @Override
    public void addProducer(ConnectionContext context, ProducerInfo info) throws Exception {
        ClientSecurityContext user = outsider(context);
        if (user != null && info.getDestination() != null) {
            write(user, info.getDestination());
        }
        super.addProducer(context, info);
    }

    @Override
    public void send(ProducerBrokerExchange exchange, Message message) throws Exception {
        ConnectionContext context = exchange.getConnectionContext();
        ClientSecurityContext user = outsider(context);
        if (user != null) {
            own(user, context, message.getProducerId().getConnectionId());
            write(user, message.getDestination());
            String special = ClientCommandPolicy.special(message);
            if (special != null) {
                throw denied(user, "send " + special + " to " + message.getDestination());
            }
            ClientCommandPolicy.plain(message);
        }
        if (context.getSecurityContext() instanceof ClientSecurityContext client) {
            message.setUserID(client.getUserName()); // not of what the broker itself moves to a dead letter queue
        }
        super.send(exchange, message);
    }

    @Override
    public Destination addDestination(ConnectionContext context, ActiveMQDestination destination, boolean temporary)
            throws Exception {
        ClientSecurityContext user = outsider(context);
        if (user != null && !isQueueOf(user, destination)) {
            throw denied(user, "create " + destination);
        }
        return super.addDestination(context, destination, temporary);
    }

    @Override
    public void acknowledge(ConsumerBrokerExchange exchange, MessageAck ack) throws Exception {
        ConnectionContext context = exchange.getConnectionContext();
        own(outsider(context), context, ack.getConsumerId().getConnectionId());
        super.acknowledge(exchange, ack);
    }

    @Override
    public Response messagePull(ConnectionContext context, MessagePull pull) throws Exception {
        own(outsider(context), context, pull.getConsumerId().getConnectionId());
        return super.messagePull(context, pull);
    }

    @Override
    public void processConsumerControl(ConsumerBrokerExchange exchange, ConsumerControl control) {
        ConnectionContext context = exchange.getConnectionContext();
        own(outsider(context), context, control.getConsumerId().getConnectionId());
        super.processConsumerControl(exchange, control);
    }

    private void read(ClientSecurityContext user, ActiveMQDestination destination) {
        if (destination.isComposite()) {
            Arrays.stream(destination.getCompositeDestinations()).forEach(part -> read(user, part));
        } else if (!isReadable(user, destination)) {
            throw denied(user, "read " + destination);
        }
    }

    private void write(ClientSecurityContext user, ActiveMQDestination destination) {
        if (!isPlainQueue(destination) || !permissions.mayWrite(user.getUserName(), destination.getPhysicalName())) {
            throw denied(user, "write " + destination);
        }
    }

    private boolean isReadable(ClientSecurityContext user, ActiveMQDestination destination) {
        String name = destination.getPhysicalName();
        boolean allTickets = name.equals(ALL_TICKETS + ">") || name.equals(ALL_TICKETS + "*");
        return destination.isQueue() && !destination.isTemporary() && allTickets
                ? permissions.mayReadAll(user.getUserName())
                : isPlainQueue(destination) && permissions.mayRead(user.getUserName(), name);
    }

    private boolean isQueueOf(ClientSecurityContext user, ActiveMQDestination destination) {
        String name = destination.getPhysicalName();
        return isPlainQueue(destination)
                && (permissions.mayRead(user.getUserName(), name) || permissions.mayWrite(user.getUserName(), name));
    }

    private static boolean isPlainQueue(ActiveMQDestination destination) {
        return destination.isQueue()
                && !destination.isTemporary()
                && !destination.isPattern()
                && !destination.isComposite();
    }

    /** Ids of clients are no secret: what one connection opened, no other may use. */
    private void own(@Nullable ClientSecurityContext user, ConnectionContext context, @Nullable String connection) {
        ConnectionId own = context.getConnectionId();
        if (user != null && (own == null || !own.getValue().equals(connection))) {
            throw denied(user, "use what another connection opened");
        }
    }

    private @Nullable ClientSecurityContext outsider(ConnectionContext context) {
        return ExternalAccessFilter.outsider(context);
    }

    private boolean isSecret(@Nullable String given) {
        return given != null
                && MessageDigest.isEqual(
                        hubSecret.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private SecurityException denied(ClientSecurityContext user, String what) {
        return refusalLog.access(user.getUserName(), user.address(), what);
    }
}

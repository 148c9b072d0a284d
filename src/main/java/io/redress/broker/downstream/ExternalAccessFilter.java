package io.redress.broker.downstream;

import org.apache.activemq.broker.Broker;
import org.apache.activemq.broker.BrokerFilter;
import org.apache.activemq.broker.ConnectionContext;
import org.apache.activemq.command.ActiveMQDestination;
import org.apache.activemq.command.DestinationInfo;
import org.apache.activemq.command.MessageDispatchNotification;
import org.apache.activemq.command.RemoveSubscriptionInfo;
import org.apache.activemq.command.TransactionId;
import org.apache.activemq.security.SecurityContext;
import org.jspecify.annotations.Nullable;

/** Refuses to everybody from outside what only the hub does: to create and delete queues, and transactions of two phases. */
final class ExternalAccessFilter extends BrokerFilter {

    private final RefusalLog refusalLog;

    ExternalAccessFilter(Broker next, RefusalLog refusalLog) {
        super(next);
        this.refusalLog = refusalLog;
    }

    /**
     * Who is behind a call from outside; null for the hub and for the broker itself.
     *
     * @throws SecurityException when nobody logged in
     */
    static @Nullable ClientSecurityContext outsider(ConnectionContext context) {
        SecurityContext who = context.getSecurityContext();
        if (who instanceof ClientSecurityContext client) {
            return client.isHub() ? null : client;
        }
        if (who == null || !who.isBrokerContext()) {
            throw new SecurityException("not logged in");
        }
        return null;
    }

    private void onlyInside(ConnectionContext context, String what) {
        ClientSecurityContext user = outsider(context);
        if (user != null) {
            throw refusalLog.access(user.getUserName(), user.address(), what);
        }
    }

    @Override
    public void addDestinationInfo(ConnectionContext context, DestinationInfo info) throws Exception {
        onlyInside(context, "create " + info.getDestination());
        super.addDestinationInfo(context, info);
    }

    @Override
    public void removeDestinationInfo(ConnectionContext context, DestinationInfo info) throws Exception {
        onlyInside(context, "delete " + info.getDestination());
        super.removeDestinationInfo(context, info);
    }

    @Override
    public void removeDestination(ConnectionContext context, ActiveMQDestination destination, long timeout)
            throws Exception {
        onlyInside(context, "delete " + destination);
        super.removeDestination(context, destination, timeout);
    }

    @Override
    public void removeSubscription(ConnectionContext context, RemoveSubscriptionInfo info) throws Exception {
        onlyInside(context, "delete subscriptions");
        super.removeSubscription(context, info);
    }

    @Override
    public void beginTransaction(ConnectionContext context, TransactionId id) throws Exception {
        local(context, id);
        super.beginTransaction(context, id);
    }

    @Override
    public int prepareTransaction(ConnectionContext context, TransactionId id) throws Exception {
        local(context, id);
        return super.prepareTransaction(context, id);
    }

    @Override
    public void commitTransaction(ConnectionContext context, TransactionId id, boolean onePhase) throws Exception {
        local(context, id);
        super.commitTransaction(context, id, onePhase);
    }

    @Override
    public void rollbackTransaction(ConnectionContext context, TransactionId id) throws Exception {
        local(context, id);
        super.rollbackTransaction(context, id);
    }

    @Override
    public void forgetTransaction(ConnectionContext context, TransactionId id) throws Exception {
        local(context, id);
        super.forgetTransaction(context, id);
    }

    @Override
    public TransactionId[] getPreparedTransactions(ConnectionContext context) throws Exception {
        onlyInside(context, "use transactions of two phases");
        return super.getPreparedTransactions(context);
    }

    @Override
    public void processDispatchNotification(MessageDispatchNotification notification) {
        throw new SecurityException("networks of brokers are not allowed");
    }

    private void local(ConnectionContext context, TransactionId id) {
        if (id.isXATransaction()) {
            onlyInside(context, "use transactions of two phases");
        }
    }
}

package io.redress.testing;

import io.redress.broker.EmbeddedBroker;
import io.redress.encryption.DataEncryption;
import java.nio.file.Path;
import org.apache.activemq.broker.Broker;
import org.apache.activemq.broker.BrokerFilter;
import org.apache.activemq.broker.BrokerPlugin;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.broker.ConnectionContext;
import org.apache.activemq.command.ConnectionInfo;

/** A broker with the embedded one's store and a port at which one user may do everything: somebody else's broker. */
public final class OneUserBroker extends BrokerFilter {

    private final String user;
    private final String password;

    private OneUserBroker(Broker next, String user, String password) {
        super(next);
        this.user = user;
        this.password = password;
    }

    /** One that is yet to be started. */
    public static BrokerService in(Path folder, String address, String user, String password, long storeLimit)
            throws Exception {
        BrokerService broker = EmbeddedBroker.in(folder, storeLimit, DataEncryption.none());
        broker.setPlugins(new BrokerPlugin[] {next -> new OneUserBroker(next, user, password)});
        broker.addConnector(address);
        return broker;
    }

    @Override
    public void addConnection(ConnectionContext context, ConnectionInfo info) throws Exception {
        if (!user.equals(info.getUserName()) || !password.equals(info.getPassword())) {
            throw new SecurityException("user name or password is wrong");
        }
        super.addConnection(context, info);
    }
}

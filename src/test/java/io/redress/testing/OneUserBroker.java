package io.redress.testing;

import io.redress.broker.EmbeddedBroker;
import java.nio.file.Path;
import java.util.List;
import org.apache.activemq.broker.BrokerPlugin;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.security.AuthenticationUser;
import org.apache.activemq.security.SimpleAuthenticationPlugin;

/** A broker with the embedded one's store and a port at which one user may do everything: somebody else's broker. */
public final class OneUserBroker {

    private OneUserBroker() {}

    /** One that is yet to be started. */
    public static BrokerService in(Path folder, String address, String user, String password, long storeLimit)
            throws Exception {
        BrokerService broker = EmbeddedBroker.in(folder, storeLimit);
        broker.setPlugins(new BrokerPlugin[] {
            new SimpleAuthenticationPlugin(List.of(new AuthenticationUser(user, password, "users")))
        });
        broker.addConnector(address);
        return broker;
    }
}

package io.redress.broker;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.apache.activemq.broker.Broker;
import org.apache.activemq.broker.BrokerFilter;
import org.apache.activemq.broker.ConnectionContext;
import org.apache.activemq.command.ConnectionInfo;
import org.jspecify.annotations.Nullable;

/**
 * Lets in only who knows the name and the password; compares in constant time, which ActiveMQ's own simple
 * authentication does not.
 */
final class PasswordGate extends BrokerFilter {

    private final byte[] user;
    private final byte[] password;

    PasswordGate(Broker next, String user, String password) {
        super(next);
        this.user = bytes(user);
        this.password = bytes(password);
    }

    @Override
    public void addConnection(ConnectionContext context, ConnectionInfo info) throws Exception {
        boolean known = MessageDigest.isEqual(user, bytes(info.getUserName()))
                & MessageDigest.isEqual(password, bytes(info.getPassword()));
        if (!known) {
            throw new SecurityException("user name or password is wrong");
        }
        super.addConnection(context, info);
    }

    private static byte[] bytes(@Nullable String text) {
        return (text == null ? "" : text).getBytes(StandardCharsets.UTF_8);
    }
}

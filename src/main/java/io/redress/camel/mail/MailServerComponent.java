package io.redress.camel.mail;

import java.util.Iterator;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.Endpoint;
import org.apache.camel.component.mail.MailComponent;
import org.apache.camel.component.mail.MailConfiguration;

/**
 * {@code mail-server:name}: Camel's mail component with the server as options, because an address cannot carry every host: an
 * IPv6 address has colons. Sending is Camel's own; receiving is {@link MailboxConsumer}'s.
 */
public final class MailServerComponent extends MailComponent {

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        MailConfiguration mail = getConfiguration().copy();
        mail.configureProtocol(getAndRemoveParameter(parameters, "protocol", String.class));
        mail.setHost(host(getAndRemoveParameter(parameters, "host", String.class)));
        mail.setPort(getAndRemoveParameter(parameters, "port", Integer.class));
        String user = getAndRemoveParameter(parameters, "username", String.class);
        String password = getAndRemoveParameter(parameters, "password", String.class);
        if (user != null) { // else there is no login
            mail.setUsername(user);
            mail.setPassword(password);
        }
        mail.setFolderName(getAndRemoveParameter(parameters, "folderName", String.class, "INBOX"));
        String moveTo = getAndRemoveParameter(parameters, "moveTo", String.class, "");
        mail.setMoveTo(moveTo.isBlank() ? null : moveTo);
        mail.setDelete(getAndRemoveParameter(parameters, "delete", Boolean.class, false));
        mail.setConnectionTimeout(getAndRemoveParameter(parameters, "connectionTimeout", Integer.class, 30_000));
        takeMailProperties(mail.getAdditionalJavaMailProperties(), parameters);
        var endpoint = new MailServerEndpoint(uri, this, mail, remaining);
        endpoint.setMaxMessagesPerPoll(getAndRemoveParameter(parameters, "maxMessagesPerPoll", Integer.class, 1000));
        endpoint.setAddress(getAndRemoveParameter(parameters, "address", String.class, ""));
        endpoint.setMark(getAndRemoveParameter(parameters, "mark", Boolean.class, true));
        endpoint.setTries(getAndRemoveParameter(parameters, "tries", Integer.class, 3));
        endpoint.setMailTimeLimit(getAndRemoveParameter(parameters, "mailTimeLimit", Long.class, 120_000L));
        endpoint.setMaxSize(getAndRemoveParameter(parameters, "maxSize", Long.class, 50L * 1024 * 1024));
        endpoint.setTrustedServers(getAndRemoveParameter(parameters, "trustedServers", String.class, ""));
        endpoint.setServices(resolveAndRemoveReferenceParameter(parameters, "services", MailboxServices.class));
        setProperties(endpoint, parameters);
        if (endpoint.getConfiguration().getSslContextParameters() == null) {
            endpoint.getConfiguration().setSslContextParameters(retrieveGlobalSslContextParameters());
        }
        return endpoint;
    }

    /** Written with or without the brackets that an address has in a URI. */
    private static String host(String written) {
        return written.startsWith("[") && written.endsWith("]") ? written.substring(1, written.length() - 1) : written;
    }

    private static void takeMailProperties(Properties mail, Map<String, Object> parameters) {
        for (Iterator<Map.Entry<String, Object>> all = parameters.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<String, Object> one = all.next();
            if (one.getKey().startsWith("mail.")) {
                mail.put(one.getKey(), String.valueOf(one.getValue()));
                all.remove();
            }
        }
    }
}

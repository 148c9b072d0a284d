package io.redress.camel.mail;

import io.redress.channel.mailbox.FetchedMail;
import io.redress.channel.mailbox.login.TokenMechanism;
import io.redress.channel.mailbox.oauth.OAuthLogin;
import io.redress.channel.mailbox.oauth.OAuthLogins;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.Endpoint;
import org.apache.camel.component.mail.MailComponent;
import org.apache.camel.component.mail.MailConfiguration;
import org.apache.camel.support.EndpointHelper;

/**
 * {@code mail-server:name}: Camel's mail component with the server as options, because an address cannot carry every host: an
 * IPv6 address has colons. Sending is Camel's own; receiving is {@link MailboxConsumer}'s.
 */
public final class MailServerComponent extends MailComponent {

    /** Nothing that a normalizer must know. */
    private static final String TAKE = "take";

    public MailServerComponent() {
        setConfiguration(new MailServerConfiguration());
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        MailConfiguration mail = getConfiguration().copy();
        mail.configureProtocol(getAndRemoveParameter(parameters, "protocol", String.class));
        mail.setHost(host(getAndRemoveParameter(parameters, "host", String.class)));
        mail.setPort(getAndRemoveParameter(parameters, "port", Integer.class));
        String user = getAndRemoveParameter(parameters, "username", String.class);
        String password = getAndRemoveParameter(parameters, "password", String.class);
        if (user != null && !user.isBlank()) { // else there is no login
            mail.setUsername(user);
            mail.setPassword(password);
        }
        oauth(mail, remaining, parameters);
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
        for (String attribute :
                List.of(FetchedMail.TRUSTED_SERVERS, FetchedMail.RECIPIENT_HEADERS, FetchedMail.UNKNOWN_RECIPIENTS)) {
            String value = getAndRemoveParameter(parameters, attribute, String.class, "");
            endpoint.tell(attribute, value.equals(TAKE) ? "" : value);
        }
        endpoint.setFolders(getAndRemoveParameter(parameters, "folders", String.class, ""));
        endpoint.setIdle(getAndRemoveParameter(parameters, "idle", Boolean.class, false));
        endpoint.setServices(resolveAndRemoveReferenceParameter(parameters, "services", MailboxServices.class));
        setProperties(endpoint, parameters);
        if (endpoint.getConfiguration().getSslContextParameters() == null) {
            endpoint.getConfiguration().setSslContextParameters(retrieveGlobalSslContextParameters());
        }
        return endpoint;
    }

    /** An access token in place of a password, by SASL mechanism XOAUTH2. */
    private void oauth(MailConfiguration mail, String name, Map<String, Object> parameters) {
        String provider = getAndRemoveParameter(parameters, "oauth", String.class, "");
        String prefix = getAndRemoveParameter(parameters, "settings", String.class, "");
        Object logins = parameters.remove("oauthLogins"); // needed only with oauth
        if (provider.isBlank() || mail.getUsername() == null) {
            return;
        }
        OAuthLogins known =
                EndpointHelper.resolveReferenceParameter(getCamelContext(), String.valueOf(logins), OAuthLogins.class);
        OAuthLogin login = known.of(provider, prefix.isBlank() ? name : prefix, mail.getUsername());
        mail.setAuthenticator(new OAuthAuthenticator(login));
        mail.getAdditionalJavaMailProperties().putAll(TokenMechanism.of(mail.getProtocol()));
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

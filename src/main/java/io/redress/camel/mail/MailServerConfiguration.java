package io.redress.camel.mail;

import jakarta.mail.PasswordAuthentication;
import org.apache.camel.component.mail.MailConfiguration;

/**
 * Camel asks for the login when a route is set up, to learn whether there is one. No access token is fetched for that: a token
 * server that is away must keep no hub from starting.
 */
public final class MailServerConfiguration extends MailConfiguration {

    @Override
    public PasswordAuthentication getPasswordAuthentication() {
        return getAuthenticator() == null
                ? super.getPasswordAuthentication()
                : new PasswordAuthentication(getUsername(), "");
    }

    /** The login as a connection needs it. */
    PasswordAuthentication login() {
        return getAuthenticator() == null
                ? super.getPasswordAuthentication()
                : getAuthenticator().getPasswordAuthentication();
    }
}

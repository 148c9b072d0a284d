package io.redress.camel.mail;

import io.redress.channel.mailbox.oauth.OAuthLogin;
import jakarta.mail.PasswordAuthentication;
import org.apache.camel.component.mail.MailAuthenticator;

/** Logs in with an access token where a password would be; asked at each connection, and before each mail that is sent. */
final class OAuthAuthenticator extends MailAuthenticator {

    private final OAuthLogin login;

    OAuthAuthenticator(OAuthLogin login) {
        this.login = login;
    }

    @Override
    public PasswordAuthentication getPasswordAuthentication() {
        return new PasswordAuthentication(login.username(), login.token());
    }

    OAuthLogin login() {
        return login;
    }
}

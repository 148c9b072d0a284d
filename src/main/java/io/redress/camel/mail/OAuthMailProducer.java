package io.redress.camel.mail;

import io.redress.channel.mailbox.oauth.OAuthLogin;
import jakarta.mail.AuthenticationFailedException;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.component.mail.JavaMailSender;
import org.apache.camel.component.mail.MailEndpoint;
import org.apache.camel.component.mail.MailProducer;

/** Sends with an access token, and has another one fetched after the mail server has refused it. */
final class OAuthMailProducer extends MailProducer {

    private final OAuthLogin login;

    OAuthMailProducer(MailEndpoint endpoint, JavaMailSender sender, OAuthLogin login) {
        super(endpoint, sender);
        this.login = login;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        return super.process(exchange, doneSync -> {
            if (exchange.getException(AuthenticationFailedException.class) != null) {
                login.refused();
            }
            callback.done(doneSync);
        });
    }
}

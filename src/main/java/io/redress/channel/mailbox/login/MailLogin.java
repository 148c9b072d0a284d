package io.redress.channel.mailbox.login;

import io.redress.channel.ChannelProblem;
import io.redress.channel.mailbox.AbortableSocketFactory;
import io.redress.channel.mailbox.AccessTokenProblems;
import io.redress.channel.mailbox.MailboxConnection;
import io.redress.channel.mailbox.MailboxProblems;
import io.redress.channel.mailbox.graph.GraphMailbox;
import io.redress.channel.mailbox.oauth.RefusedToken;
import io.redress.channel.mailbox.oauth.TokenRefusals;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Clock;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/** Logs in at a mail server as the hub does, opens the folder, and goes again: no mail is read, marked or sent. */
public final class MailLogin {

    private final MailAccount account;
    private final AbortableSocketFactory sockets = new AbortableSocketFactory();

    public MailLogin(MailAccount account) {
        this.account = account;
    }

    /**
     * Tries it with the account's password.
     *
     * @return what is wrong; empty when the server lets the hub in
     */
    public Optional<ChannelProblem> withPassword() {
        return tried(account.password(), null);
    }

    /** As above, with an access token of a provider that gives this advice. */
    public Optional<ChannelProblem> withToken(String token, TokenRefusals refusals) {
        return tried(token, RefusedToken.of(token, refusals));
    }

    private Optional<ChannelProblem> tried(String password, @Nullable RefusedToken token) {
        try {
            login(new PasswordAuthentication(account.username(), password), token != null);
            return Optional.empty();
        } catch (MessagingException e) {
            return Optional.of(
                    token != null && AccessTokenProblems.isRefusal(e)
                            ? AccessTokenProblems.refused(account.settings(), e, token)
                            : new MailboxProblems(account.settings()).of(e));
        }
    }

    private void login(PasswordAuthentication login, boolean byToken) throws MessagingException {
        Session session = Session.getInstance(properties(byToken));
        if (account.sends()) {
            try (Transport server = session.getTransport(account.protocol())) {
                server.connect(account.host(), account.port(), login.getUserName(), login.getPassword());
            }
            return;
        }
        if (account.protocol().equals(GraphMailbox.PROTOCOL)) {
            new GraphMailbox(
                            account.settings(),
                            login.getUserName(),
                            login::getPassword,
                            account.timeLimit(),
                            Clock.systemUTC())
                    .open(account.folder());
            return;
        }
        ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor();
        try {
            var connection = new MailboxConnection(session, account.settings(), () -> login, sockets, clockwork);
            try {
                connection.open(account.folder()).close();
            } finally {
                connection.drop();
            }
        } finally {
            clockwork.shutdownNow();
        }
    }

    /** As the kamelets have them. */
    private Properties properties(boolean byToken) {
        var properties = new Properties();
        String prefix = "mail." + account.protocol() + ".";
        String limit = String.valueOf(account.timeLimit().toMillis());
        properties.put(prefix + "connectiontimeout", limit);
        properties.put(prefix + "timeout", limit);
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "starttls.enable", String.valueOf(account.startTls()));
        properties.put(prefix + "starttls.required", String.valueOf(account.startTls()));
        properties.put(prefix + "allowreadonlyselect", "true");
        if (account.sends()) {
            properties.put(prefix + "auth", "true");
        } else {
            properties.put(prefix + "socketFactory", sockets);
            properties.put(prefix + "socketFactory.fallback", "false");
        }
        if (byToken) {
            properties.putAll(TokenMechanism.of(account.protocol()));
        }
        return properties;
    }
}

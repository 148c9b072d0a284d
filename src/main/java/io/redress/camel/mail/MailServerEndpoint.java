package io.redress.camel.mail;

import io.redress.channel.ChannelProblem;
import io.redress.channel.mailbox.AbortableSocketFactory;
import io.redress.channel.mailbox.AccessTokenProblems;
import io.redress.channel.mailbox.MailFolders;
import io.redress.channel.mailbox.MailboxConnection;
import io.redress.channel.mailbox.MailboxFolderId;
import io.redress.channel.mailbox.MailboxProblems;
import io.redress.channel.mailbox.MailboxSettings;
import io.redress.channel.mailbox.graph.GraphMailbox;
import io.redress.channel.mailbox.oauth.OAuthFailure;
import io.redress.channel.mailbox.oauth.OAuthLogin;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.component.mail.JavaMailSender;
import org.apache.camel.component.mail.MailComponent;
import org.apache.camel.component.mail.MailConfiguration;
import org.apache.camel.component.mail.MailEndpoint;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.jspecify.annotations.Nullable;

/** A mail server: a mailbox to take mails from, or a server to send by. Camel's endpoint makes its sessions. */
public final class MailServerEndpoint extends MailEndpoint {

    private final String name;
    private final AbortableSocketFactory sockets = new AbortableSocketFactory();
    private @Nullable MailboxServices services;
    private String address = "";
    private boolean mark = true;
    private int tries = 3;
    private long mailTimeLimit = 120_000;
    private long maxSize = 50L * 1024 * 1024;
    private final Map<String, String> told = new TreeMap<>();
    private String folders = "";
    private boolean idle;

    /** @param name the channel that takes the mails; of a server to send by, anything */
    MailServerEndpoint(String uri, MailComponent component, MailConfiguration configuration, String name) {
        super(uri, component, configuration);
        this.name = name;
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        String prefix = "mail." + getConfiguration().getProtocol() + ".";
        Properties properties = getConfiguration().getAdditionalJavaMailProperties();
        properties.put(prefix + "socketFactory", sockets);
        properties.put(prefix + "socketFactory.fallback", "false");
        properties.put(prefix + "allowreadonlyselect", "true");
        return super.createConsumer(processor);
    }

    @Override
    public Consumer createConsumer(Processor processor, JavaMailSender sender) throws Exception {
        var consumer = new MailboxConsumer(this, processor, sender.getSession(), sockets);
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public Producer createProducer(JavaMailSender sender) {
        OAuthLogin login = oauth();
        return login == null ? super.createProducer(sender) : new OAuthMailProducer(this, sender, login);
    }

    /** What keeps the mailbox from being polled. A token that the server refuses is not used again. */
    ChannelProblem problem(MailboxSettings settings, MessagingException error) {
        OAuthLogin login = oauth();
        OAuthFailure failure = ExceptionUtils.throwableOfType(error, OAuthFailure.class);
        if (failure != null) {
            return AccessTokenProblems.notGiven(failure);
        }
        return login == null || !AccessTokenProblems.isRefusal(error)
                ? new MailboxProblems(settings).of(error)
                : AccessTokenProblems.refused(settings, error, login.refused());
    }

    /** With a password, or with an access token that is fetched now if need be. */
    PasswordAuthentication login() {
        return ((MailServerConfiguration) getConfiguration()).login();
    }

    private @Nullable OAuthLogin oauth() {
        return getConfiguration().getAuthenticator() instanceof OAuthAuthenticator authenticator
                ? authenticator.login()
                : null;
    }

    /** Its name; of a server to send by, anything. */
    String channel() {
        return name;
    }

    MailboxServices services() {
        return Objects.requireNonNull(services, "option services");
    }

    /** The mailbox, by its protocol. */
    MailFolders mailbox(Session session, AbortableSocketFactory sockets, ScheduledExecutorService clockwork) {
        if (!getConfiguration().getProtocol().equals(GraphMailbox.PROTOCOL)) {
            return new MailboxConnection(session, folders().get(0), this::login, sockets, clockwork);
        }
        return new GraphMailbox(
                folders().get(0),
                getConfiguration().getUsername(),
                () -> login().getPassword(),
                Duration.ofMillis(getConfiguration().getConnectionTimeout()),
                services().clock());
    }

    /** What the file says of each folder that is polled, in its order. */
    List<MailboxSettings> folders() {
        List<String> written = Stream.of(folders.split(","))
                .map(String::strip)
                .filter(folder -> !folder.isEmpty())
                .distinct()
                .toList();
        return written.isEmpty()
                ? List.of(settings(getConfiguration().getFolderName(), false))
                : written.stream()
                        .map(folder -> settings(folder, written.size() > 1))
                        .toList();
    }

    private MailboxSettings settings(String folder, boolean several) {
        MailConfiguration mail = getConfiguration();
        return new MailboxSettings(
                new MailboxFolderId(name, mail.getUsername() + " at " + mail.getHost(), folder),
                mail.getProtocol(),
                mail.getHost(),
                mail.getPort(),
                address,
                mail.getMoveTo(),
                mail.isDelete(),
                mark,
                getMaxMessagesPerPoll(),
                maxSize,
                tries,
                Duration.ofMillis(mailTimeLimit),
                told,
                several);
    }

    boolean isIdle() {
        return idle;
    }

    void setIdle(boolean idle) {
        this.idle = idle;
    }

    void setFolders(String folders) {
        this.folders = folders;
    }

    void setServices(@Nullable MailboxServices services) {
        this.services = services;
    }

    void setAddress(String address) {
        this.address = address;
    }

    void setMark(boolean mark) {
        this.mark = mark;
    }

    void setTries(int tries) {
        this.tries = tries;
    }

    void setMailTimeLimit(long mailTimeLimit) {
        this.mailTimeLimit = mailTimeLimit;
    }

    void setMaxSize(long maxSize) {
        this.maxSize = maxSize;
    }

    /** What goes with each mail to its normalizer; nothing where it is blank. */
    void tell(String attribute, String value) {
        if (!value.isBlank()) {
            told.put(attribute, value);
        }
    }
}

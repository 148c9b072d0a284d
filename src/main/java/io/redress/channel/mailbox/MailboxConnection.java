package io.redress.channel.mailbox;

import io.redress.channel.mailbox.oauth.OAuthFailure;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.ReadOnlyFolderException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.pop3.POP3Folder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connection to a mail server, made when it is needed and kept from poll to poll. */
public final class MailboxConnection implements MailFolders {

    private static final Logger LOG = LoggerFactory.getLogger(MailboxConnection.class);

    /** 163 and 126 let nobody in who does not say what he is (RFC 2971). */
    private static final Map<String, String> WHO = Map.of("name", "Redress");

    /** A shorter one stands in many words. */
    private static final int SHORTEST_TO_MASK = 4;

    private final Session session;
    private final MailboxSettings settings;
    private final Supplier<PasswordAuthentication> login;
    private final AbortableSocketFactory sockets;
    private final MailTimeLimit limit;
    private @Nullable Store store;
    private boolean tellsNews;

    /**
     * @param session its properties name {@code sockets} as the socket factory of the protocol
     * @param login asked for at each connection, since tokens expire
     */
    public MailboxConnection(
            Session session,
            MailboxSettings settings,
            Supplier<PasswordAuthentication> login,
            AbortableSocketFactory sockets,
            ScheduledExecutorService clockwork) {
        this.session = session;
        this.settings = settings;
        this.login = login;
        this.sockets = sockets;
        this.limit = new MailTimeLimit(clockwork, sockets, settings.mailTimeLimit(), settings.maxSize());
    }

    /** Opens a folder, over a new connection if the one before is gone or did not open it. */
    @Override
    public MailFolder open(String folder) throws MessagingException {
        try {
            return new TimedMailFolder(limit.within(() -> folder(connected(), folder)), limit);
        } catch (MessagingException e) {
            drop();
            throw withoutPassword(e);
        }
    }

    /** Some servers say in a refusal what they were told. */
    private MessagingException withoutPassword(MessagingException e) {
        String password = password();
        String words = MailboxProblems.all(e);
        if (password == null || password.length() < SHORTEST_TO_MASK || !words.contains(password)) {
            return e;
        }
        String masked = words.replace(password, "xxxxxx");
        return e instanceof AuthenticationFailedException
                ? new AuthenticationFailedException(masked)
                : new MessagingException(masked);
    }

    private @Nullable String password() {
        try {
            return login.get().getPassword();
        } catch (OAuthFailure e) {
            return null; // there is none that could be repeated
        }
    }

    private Store connected() throws MessagingException {
        Store before = store;
        if (before != null && before.isConnected()) {
            return before;
        }
        drop();
        Store fresh = session.getStore(settings.protocol());
        store = fresh;
        PasswordAuthentication known = login.get();
        fresh.connect(settings.host(), settings.port(), known.getUserName(), known.getPassword());
        if (fresh instanceof IMAPStore imap) {
            introduce(imap);
            tellsNews = imap.hasCapability("IDLE");
        }
        return fresh;
    }

    /** Whether the server would tell of new mails by itself. */
    @Override
    public boolean tellsNews() {
        return tellsNews;
    }

    static void introduce(IMAPStore store) throws MessagingException {
        if (!store.hasCapability("ID")) {
            return;
        }
        try {
            store.id(WHO);
        } catch (MessagingException e) {
            LOG.debug("a mail server that knows ID did not want it", e);
        }
    }

    private MailFolder folder(Store connected, String name) throws MessagingException {
        Folder folder = connected.getFolder(name);
        open(folder);
        if (folder instanceof IMAPFolder imap) {
            return new ImapMailFolder(imap, settings);
        }
        return new Pop3MailFolder((POP3Folder) folder, settings);
    }

    private static void open(Folder folder) throws MessagingException {
        try {
            folder.open(Folder.READ_WRITE);
        } catch (ReadOnlyFolderException e) {
            folder.open(Folder.READ_ONLY);
        } catch (FolderNotFoundException e) {
            throw e;
        } catch (MessagingException e) {
            if (folder.getStore().isConnected() && !folder.exists()) {
                throw new FolderNotFoundException(folder, e.getMessage(), e);
            }
            throw e;
        }
    }

    /** Ends the connection without a farewell; the next poll makes a new one. */
    @Override
    public void drop() {
        sockets.cut();
        Store before = store;
        store = null;
        if (before != null) {
            try {
                before.close();
            } catch (MessagingException | RuntimeException e) {
                LOG.debug("a connection that was cut did not close in order", e);
            }
        }
    }
}

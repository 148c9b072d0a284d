package io.redress.channel.mailbox;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.event.MessageCountAdapter;
import jakarta.mail.event.MessageCountEvent;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits at a mail server for new mails of a folder (RFC 2177), over a connection of its own, and wakes who polls it. Polls go
 * on beside it, so that nothing depends on it: a server that tells nothing, or a connection that hangs, only costs the haste.
 */
public final class IdleListener implements Runnable, AutoCloseable {

    /** When the server is asked for a sign of life: before routers forget the connection, and RFC 2177's 29 minutes are over. */
    public static final Duration RENEWED_AFTER = Duration.ofMinutes(9);

    private static final Logger LOG = LoggerFactory.getLogger(IdleListener.class);
    private static final TimeUnit MILLIS = TimeUnit.MILLISECONDS;
    private static final Duration LEAST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    private final Session session;
    private final MailboxSettings settings;
    private final Supplier<PasswordAuthentication> login;
    private final ScheduledExecutorService clockwork;
    private final Duration renewedAfter;
    private final Duration firstPause;
    private final Runnable wake;
    private final AbortableSocketFactory sockets = new AbortableSocketFactory();
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * A listener, which listens when it is run.
     *
     * @param session that of the polls, whose properties it takes over
     * @param clockwork with two threads at least, and nothing else to do
     * @param renewedAfter see {@link #RENEWED_AFTER}
     * @param firstPause after a failure; it doubles up to 15 minutes
     * @param wake called whenever mails have come, or may have
     */
    public IdleListener(
            Session session,
            MailboxSettings settings,
            Supplier<PasswordAuthentication> login,
            ScheduledExecutorService clockwork,
            Duration renewedAfter,
            Duration firstPause,
            Runnable wake) {
        this.session = Session.getInstance(properties(session, settings.protocol()));
        this.settings = settings;
        this.login = login;
        this.clockwork = clockwork;
        this.renewedAfter = renewedAfter;
        this.firstPause = firstPause;
        this.wake = wake;
    }

    private Properties properties(Session polls, String protocol) {
        var properties = new Properties();
        properties.putAll(polls.getProperties());
        properties.put("mail." + protocol + ".socketFactory", sockets);
        properties.remove("mail." + protocol + ".timeout"); // waiting is what it is for; see renew
        return properties;
    }

    /** Listens until it is closed. */
    @Override
    public void run() {
        Duration pause = firstPause;
        while (isOpen()) {
            long began = System.nanoTime();
            try {
                listen();
            } catch (MessagingException | RuntimeException | OutOfMemoryError e) {
                LOG.debug("listening at {} ended", settings.host(), e);
            } finally {
                sockets.cut();
            }
            boolean lasted = System.nanoTime() - began > renewedAfter.toNanos();
            pause = lasted ? firstPause : shorter(pause.multipliedBy(2), LONGEST_PAUSE);
            await(lasted ? firstPause : pause);
        }
    }

    private void listen() throws MessagingException {
        var limit = new MailTimeLimit(clockwork, sockets, settings.mailTimeLimit(), settings.maxSize());
        try (IMAPStore store = (IMAPStore) session.getStore(settings.protocol())) {
            IMAPFolder folder = limit.within(() -> opened(store));
            folder.addMessageCountListener(new MessageCountAdapter() {
                @Override
                public void messagesAdded(MessageCountEvent event) {
                    wake.run();
                }
            });
            wake.run(); // for what came before this
            while (isOpen() && folder.isOpen()) {
                long began = System.nanoTime();
                idle(folder);
                Duration least = shorter(renewedAfter, LEAST_WAIT);
                if (System.nanoTime() - began < least.toNanos()) {
                    await(least); // a server that does not let anybody wait is not asked without a pause
                }
            }
        }
    }

    private IMAPFolder opened(IMAPStore store) throws MessagingException {
        PasswordAuthentication known = login.get();
        store.connect(settings.host(), settings.port(), known.getUserName(), known.getPassword());
        MailboxConnection.introduce(store);
        Folder folder = store.getFolder(settings.place().folder());
        folder.open(Folder.READ_ONLY);
        return (IMAPFolder) folder;
    }

    /** Waits for one sign of life after another, until it is time to ask for one. A server that then says nothing is cut off. */
    private void idle(IMAPFolder folder) throws MessagingException {
        ScheduledFuture<?> renewal = clockwork.schedule(() -> renew(folder), renewedAfter.toMillis(), MILLIS);
        ScheduledFuture<?> end = clockwork.schedule(
                sockets::cut, renewedAfter.plus(settings.mailTimeLimit()).toMillis(), MILLIS);
        try {
            sockets.allow(settings.maxSize());
            folder.idle();
        } finally {
            renewal.cancel(false);
            end.cancel(false);
        }
    }

    private static void renew(IMAPFolder folder) {
        try {
            folder.doCommand(protocol -> {
                protocol.noop();
                return folder;
            });
        } catch (MessagingException e) {
            LOG.debug("a mail server that was listened at has gone", e);
        }
    }

    private boolean isOpen() {
        return closed.getCount() > 0;
    }

    private void await(Duration pause) {
        try {
            closed.await(pause.toMillis(), MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed.countDown();
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Ends the connection at once. */
    @Override
    public void close() {
        closed.countDown();
        sockets.cut();
    }
}

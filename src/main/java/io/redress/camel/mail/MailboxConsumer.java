package io.redress.camel.mail;

import io.redress.channel.mailbox.AbortableSocketFactory;
import io.redress.channel.mailbox.FetchedMail;
import io.redress.channel.mailbox.MailRegister;
import io.redress.channel.mailbox.MailboxConnection;
import io.redress.channel.mailbox.MailboxProblems;
import io.redress.channel.mailbox.MailboxSettings;
import io.redress.channel.mailbox.poll.MailboxPoll;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.LoggingExceptionHandler;
import org.apache.camel.support.ScheduledBatchPollingConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.dao.DataAccessException;

/**
 * Polls a mailbox and gives each mail to the route as a {@link FetchedMail}.
 *
 * <p>Camel's own consumer stands on Jakarta Mail's messages, and cannot do what a mailbox in the wild needs: it opens a folder
 * for writing or not at all, loses the rest of a poll with the connection that one mail breaks, has no limit for the time of
 * one mail, marks a mail whose body did not come, and tells nobody when a mark or a move is refused. Its endpoint, sessions,
 * logins and its producer stay in use.
 */
final class MailboxConsumer extends ScheduledBatchPollingConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(MailboxConsumer.class);

    private static final long PATIENCE_SECONDS = 3;

    private final MailServerEndpoint endpoint;
    private final Session session;
    private final AbortableSocketFactory sockets;
    private final ReentrantLock polling = new ReentrantLock();
    private @Nullable ScheduledExecutorService clockwork;
    private @Nullable MailboxConnection connection;
    private @Nullable MailboxPoll mailbox;

    MailboxConsumer(MailServerEndpoint endpoint, Processor processor, Session session, AbortableSocketFactory sockets) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.session = session;
        this.sockets = sockets;
        setExceptionHandler(new LoggingExceptionHandler(endpoint.getCamelContext(), getClass()) {
            @Override
            public void handleException(String message, @Nullable Exchange exchange, Throwable exception) {
                if (exception instanceof MessagingException || exception instanceof DataAccessException) {
                    LOG.debug(message, exception); // told as the channel's trouble, once
                } else {
                    super.handleException(message, exchange, exception);
                }
            }
        });
    }

    @Override
    protected void doStart() throws Exception {
        MailboxSettings settings = endpoint.settings();
        MailboxServices services = endpoint.services();
        clockwork = endpoint.getCamelContext()
                .getExecutorServiceManager()
                .newSingleThreadScheduledExecutor(this, "MailTimeLimit");
        connection = new MailboxConnection(session, settings, endpoint::login, sockets, clockwork);
        mailbox = new MailboxPoll(settings, connection, services.problems(), services.items(), services.clock());
        super.doStart();
    }

    @Override
    protected int poll() throws Exception {
        MailboxPoll open = mailbox;
        if (open == null) {
            return 0;
        }
        shutdownRunningTask = null;
        MailboxSettings settings = endpoint.settings();
        polling.lock();
        try {
            Optional<MailRegister> register = endpoint.services().registers().open(settings.place());
            if (register.isEmpty()) {
                return 0; // another poll is at it, or another node leads
            }
            try (MailRegister known = register.get()) {
                int taken = open.run(known, this::isBatchAllowed, this::handOff);
                endpoint.services().problems().over(settings.place().channel(), MailboxProblems.POLL);
                setGreedy(taken >= settings.batch() && open.recognisesMails()); // more may wait than one poll takes
                return taken;
            }
        } catch (MessagingException e) {
            if (isRunAllowed()) {
                endpoint.services().problems().tell(settings.place().channel(), endpoint.problem(settings, e));
            }
            throw e;
        } catch (DataAccessException e) {
            endpoint.services().problems().tell(settings.place().channel(), MailboxProblems.noDatabase());
            throw e;
        } finally {
            polling.unlock();
        }
    }

    /** Whether the route has all of the mails durably; else it has none of them. */
    private boolean handOff(List<FetchedMail> mails) {
        if (mails.size() > 1) {
            return ChannelSteps.areHandOffOnly(endpoint.getCamelContext(), getRouteId()) && handOffTogether(mails);
        }
        return isHandedOff(mails.get(0), Level.WARN, "stays in the mailbox");
    }

    private boolean handOffTogether(List<FetchedMail> mails) {
        try {
            return endpoint.services().transaction().commits(() -> mails.stream()
                    .allMatch(one -> isHandedOff(one, Level.INFO, "each mail of its group goes by itself")));
        } catch (RuntimeException e) {
            LOG.info("{} mails were not handed off together; each goes by itself", mails.size(), e);
            return false;
        }
    }

    /** @param consequence of a mail that is not handed off, for the log */
    private boolean isHandedOff(FetchedMail mail, Level level, String consequence) {
        String refusal = refusal(mail);
        if (refusal != null) {
            LOG.atLevel(level)
                    .log(
                            "Mail {} of channel {} was not handed off and {}: {}",
                            mail.uid(),
                            endpoint.settings().place().channel(),
                            consequence,
                            refusal);
        }
        return refusal == null;
    }

    /** Why the route does not have the mail; null when it does. */
    private @Nullable String refusal(FetchedMail mail) {
        Exchange exchange = createExchange(false);
        try {
            exchange.getIn().setBody(mail);
            getProcessor().process(exchange);
            if (!exchange.isFailed() && !exchange.isRollbackOnly()) {
                return null;
            }
            Exception why = exchange.getException();
            return why == null ? "its route rolled it back" : why.getClass().getSimpleName();
        } catch (Exception e) {
            LOG.debug("a mail's route ended with an exception", e);
            return e.getClass().getSimpleName();
        } finally {
            releaseExchange(exchange, false);
        }
    }

    @Override
    public int processBatch(Queue<Object> exchanges) {
        throw new UnsupportedOperationException("mails are fetched when those before them are handed off");
    }

    /** A poll ends with the mail that it is at; one that hangs is cut off. */
    @Override
    protected void doStop() throws Exception {
        super.doStop();
        boolean ended = polling.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (ended) {
            polling.unlock();
        }
        sockets.cut();
        if (clockwork != null) {
            endpoint.getCamelContext().getExecutorServiceManager().shutdownNow(clockwork);
        }
        mailbox = null;
    }
}

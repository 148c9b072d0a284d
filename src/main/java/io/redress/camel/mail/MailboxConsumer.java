package io.redress.camel.mail;

import io.redress.channel.ChannelProblem;
import io.redress.channel.mailbox.AbortableSocketFactory;
import io.redress.channel.mailbox.FetchedMail;
import io.redress.channel.mailbox.MailRegister;
import io.redress.channel.mailbox.MailboxProblems;
import io.redress.channel.mailbox.MailboxSettings;
import io.redress.channel.mailbox.poll.MailboxPoll;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultScheduledPollConsumerScheduler;
import org.apache.camel.support.ScheduledBatchPollingConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
    private final AtomicBoolean woken = new AtomicBoolean();
    private final IdleWatch idle;
    private volatile @Nullable MailboxRun running;

    MailboxConsumer(MailServerEndpoint endpoint, Processor processor, Session session, AbortableSocketFactory sockets) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.session = session;
        this.sockets = sockets;
        this.idle = new IdleWatch(endpoint, this::wake);
        setExceptionHandler(new MailExceptionHandler(endpoint.getCamelContext()));
    }

    @Override
    protected void doStart() throws Exception {
        List<MailboxSettings> all = endpoint.folders();
        MailboxServices services = endpoint.services();
        running = new MailboxRun(endpoint, all, session, sockets, this::refusal, getRouteId());
        services.problems().keepOnly(endpoint.channel(), MailboxPoll.aspects(all));
        super.doStart();
    }

    @Override
    protected int poll() throws Exception {
        shutdownRunningTask = null;
        polling.lock();
        MailboxRun run = running; // not before the lock: a stop may have come between
        try {
            return run == null || run.isStopping() ? 0 : poll(run);
        } catch (MessagingException e) {
            if (!Objects.requireNonNull(run).isStopping()) {
                tell(endpoint.problem(run.polls().get(0).settings(), e));
            }
            throw e;
        } catch (DataAccessException e) {
            tell(MailboxProblems.noDatabase());
            throw e;
        } finally {
            polling.unlock();
        }
    }

    private int poll(MailboxRun run) throws MessagingException {
        int taken = 0;
        boolean more = false;
        for (MailboxPoll folder : run.polls()) {
            int some = poll(run, folder);
            taken += some;
            more |= some >= folder.settings().batch() && folder.recognisesMails();
        }
        setGreedy(more); // more may wait than one poll takes
        if (endpoint.isIdle() && run.tellsNews() && !run.isStopping()) {
            idle.start(session, run.polls().get(0).settings());
        }
        return taken;
    }

    /** How many mails were taken; a folder that is not there holds up no other. */
    private int poll(MailboxRun run, MailboxPoll folder) throws MessagingException {
        MailboxSettings settings = folder.settings();
        Optional<MailRegister> register = endpoint.services().registers().open(settings.place());
        if (register.isEmpty()) {
            return 0; // another poll is at it, or another node leads
        }
        try (MailRegister known = register.get()) {
            int taken = folder.run(known, () -> !run.isStopping() && isBatchAllowed(), run::isHandedOff);
            endpoint.services().problems().over(endpoint.channel(), MailboxProblems.POLL);
            endpoint.services().problems().over(endpoint.channel(), settings.aspect(MailboxProblems.POLL));
            return taken;
        } catch (MessagingException e) {
            if (!settings.several() || !MailboxProblems.isOfFolder(e)) {
                throw e;
            }
            tell(endpoint.problem(settings, e));
            return 0;
        }
    }

    private void tell(ChannelProblem problem) {
        endpoint.services().problems().tell(endpoint.channel(), problem);
    }

    /** Polls now, on the thread of the polls: one that is under way is followed by another. */
    private void wake() {
        if (getScheduler() instanceof DefaultScheduledPollConsumerScheduler scheduler
                && woken.compareAndSet(false, true)) {
            try {
                scheduler.getScheduledExecutorService().execute(() -> {
                    woken.set(false);
                    run();
                });
            } catch (RejectedExecutionException e) {
                LOG.debug("a mail came while its channel was stopped", e);
            }
        }
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

    /** A poll ends with the mail that it is at; one that hangs is cut off, and takes nothing when it comes to. */
    @Override
    protected void doStop() throws Exception {
        MailboxRun ending = running;
        if (ending == null) {
            super.doStop();
            return;
        }
        ending.stop();
        boolean ended = false;
        try {
            super.doStop();
            ended = isPollEnded();
        } finally { // a shutdown that is out of patience interrupts this one
            ending.end();
            idle.stop(); // a poll may have begun it meanwhile
            running = null;
        }
        if (!ended && !isPollEnded()) {
            LOG.warn("A poll of channel {} outlives its stop; it takes no further mail", endpoint.channel());
        }
    }

    private boolean isPollEnded() throws InterruptedException {
        boolean ended = polling.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (ended) {
            polling.unlock();
        }
        return ended;
    }
}

package io.redress.channel.mailbox;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Cuts a mailbox's connection when something takes longer than a mail may. */
final class MailTimeLimit {

    private final ScheduledExecutorService clockwork;
    private final CuttableSockets sockets;
    private final Duration limit;

    MailTimeLimit(ScheduledExecutorService clockwork, CuttableSockets sockets, Duration limit) {
        this.clockwork = clockwork;
        this.sockets = sockets;
        this.limit = limit;
    }

    /** Something that waits for the server. */
    interface Step<T> {
        T take() throws MessagingException;
    }

    /** @throws MessagingException that of the step, or one that names the limit */
    <T> T within(Step<T> step) throws MessagingException {
        var cut = new AtomicBoolean();
        ScheduledFuture<?> end = clockwork.schedule(
                () -> {
                    cut.set(true);
                    sockets.cut();
                },
                limit.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            return step.take();
        } catch (MessagingException e) {
            throw cut.get() ? new MessagingException("it took longer than " + limit.toMillis() + " ms", e) : e;
        } finally {
            end.cancel(false);
        }
    }
}

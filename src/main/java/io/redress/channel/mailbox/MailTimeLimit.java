package io.redress.channel.mailbox;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Bounds what a server can do to the hub in one step: a mailbox's connection is cut when the step takes longer than a mail may,
 * when more comes than the biggest mail has, and when an answer cannot be read at all.
 */
final class MailTimeLimit {

    /** Beside the biggest mail: the UIDs of some millions of mails, or a mail by POP3 of which only a part is taken. */
    private static final long MORE_BYTES = 64L << 20;

    private final ScheduledExecutorService clockwork;
    private final AbortableSocketFactory sockets;
    private final Duration limit;
    private final long mostBytes;

    /** @param maxSize bytes of the biggest mail that is taken whole */
    MailTimeLimit(ScheduledExecutorService clockwork, AbortableSocketFactory sockets, Duration limit, long maxSize) {
        this.clockwork = clockwork;
        this.sockets = sockets;
        this.limit = limit;
        this.mostBytes = maxSize + MORE_BYTES;
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
        sockets.allow(mostBytes);
        try {
            return step.take();
        } catch (MessagingException e) {
            throw cut.get() ? new MessagingException("it took longer than " + limit.toMillis() + " ms", e) : e;
        } catch (OutOfMemoryError | StackOverflowError e) {
            sockets.cut();
            throw new UnusableConnectionException(
                    "the server announced more than the hub has memory for", new Exception(e));
        } catch (RuntimeException e) {
            sockets.cut();
            throw new UnusableConnectionException("the server's answer cannot be read", e);
        } finally {
            end.cancel(false);
        }
    }
}

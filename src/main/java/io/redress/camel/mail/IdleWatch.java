package io.redress.camel.mail;

import io.redress.channel.mailbox.IdleListener;
import io.redress.channel.mailbox.MailboxSettings;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.spi.ExecutorServiceManager;
import org.jspecify.annotations.Nullable;

/** Listens at a mailbox whose server tells of new mails, from the first poll that learns so until the route stops. */
final class IdleWatch {

    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final MailServerEndpoint endpoint;
    private final Runnable wake;
    private @Nullable Running running;

    private record Running(IdleListener listener, ExecutorService thread, ScheduledExecutorService clockwork) {}

    /** @param wake has the mailbox polled now */
    IdleWatch(MailServerEndpoint endpoint, Runnable wake) {
        this.endpoint = endpoint;
        this.wake = wake;
    }

    synchronized void start(Session session, MailboxSettings folder) {
        if (running == null) {
            ExecutorServiceManager threads = endpoint.getCamelContext().getExecutorServiceManager();
            var clockwork = threads.newScheduledThreadPool(this, "MailIdleTimeLimit", 2);
            var listener = new IdleListener(
                    session, folder, endpoint::login, clockwork, IdleListener.RENEWED_AFTER, PAUSE, wake);
            var thread = threads.newSingleThreadExecutor(this, "MailIdle");
            thread.execute(listener);
            running = new Running(listener, thread, clockwork);
        }
    }

    synchronized void stop() {
        Running before = running;
        running = null;
        if (before != null) {
            before.listener().close();
            ExecutorServiceManager threads = endpoint.getCamelContext().getExecutorServiceManager();
            threads.shutdownNow(before.thread());
            threads.shutdownNow(before.clockwork());
        }
    }
}

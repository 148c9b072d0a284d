package io.redress.routes.reload;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/** Polls whatever follows its files, as long as the hub runs. */
public final class FilePoller implements ApplicationListener<ApplicationReadyEvent>, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(FilePoller.class);

    private final List<Runnable> polls;
    private final Duration period;
    private @Nullable ScheduledExecutorService thread;

    /** @param period between two looks; zero: files are read at the start only */
    public FilePoller(List<Runnable> polls, Duration period) {
        this.polls = List.copyOf(polls);
        this.period = period;
    }

    /** Not before: routes must not be replaced while Camel starts. */
    @Override
    public synchronized void onApplicationEvent(ApplicationReadyEvent ready) {
        if (thread != null || period.isZero() || period.isNegative()) {
            return;
        }
        var watch = Executors.newSingleThreadScheduledExecutor(task -> {
            var named = new Thread(task, "file-watch");
            named.setDaemon(true);
            return named;
        });
        watch.scheduleWithFixedDelay(this::poll, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
        thread = watch;
    }

    @Override
    public synchronized void destroy() {
        if (thread != null) {
            thread.shutdown();
            thread = null;
        }
    }

    private void poll() {
        for (Runnable poll : polls) {
            try {
                poll.run();
            } catch (RuntimeException | LinkageError e) {
                LOG.error("Files could not be read; the last good versions stay in use", e);
            }
        }
    }
}

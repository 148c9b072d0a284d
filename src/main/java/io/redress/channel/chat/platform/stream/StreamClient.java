package io.redress.channel.chat.platform.stream;

import io.redress.configfile.InvalidConfiguration;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one connection of a channel open: opens it again after growing pauses, and opens the next before one ends that the platform
 * is about to end, or whose settings have changed.
 */
public final class StreamClient implements StreamConnection.Owner {

    private static final Logger LOG = LoggerFactory.getLogger(StreamClient.class);

    private final PlatformStream stream;
    private final StreamListener listener;
    private final StreamTiming timing;
    private final StreamThreads threads;
    private final StreamConnector connector;
    private final StreamFrames frames;
    private final StreamHealth health;
    private final OpenConnections connections = new OpenConnections();
    private boolean running;
    private boolean opening;
    private @Nullable Future<?> heartbeat;

    /** One that is not started. */
    public StreamClient(
            PlatformStream stream,
            StreamHandOff handOff,
            StreamServices services,
            StreamTiming timing,
            StreamThreads threads) {
        this.stream = stream;
        this.listener = services.listener();
        this.timing = timing;
        this.threads = threads;
        this.connector = new StreamConnector(services.http(), stream, timing.timeLimit());
        this.frames = new StreamFrames(stream, handOff, services, timing, threads, this::renew);
        this.health = new StreamHealth(stream.channel(), services.problems(), timing);
    }

    /** Opens the connection, now or after pauses. */
    public synchronized void start() {
        if (!running) {
            running = true;
            long beat = timing.heartbeat().toMillis();
            heartbeat = threads.scheduler().scheduleWithFixedDelay(this::beat, beat, beat, TimeUnit.MILLISECONDS);
            open(Duration.ZERO);
        }
    }

    /** Lets the frame that is being processed be answered, then closes the connection. */
    public void stop() throws InterruptedException {
        List<StreamConnection> open;
        synchronized (this) {
            running = false;
            open = connections.clear();
            if (heartbeat != null) {
                heartbeat.cancel(false);
            }
        }
        frames.finish(timing.grace());
        OpenConnections.close(open, farewell());
        health.stopped();
    }

    /** Whether a connection is open. */
    public boolean isConnected() {
        return connections.isOpen();
    }

    private synchronized void open(Duration pause) {
        if (running && !opening) {
            opening = true;
            later(this::open, pause);
        }
    }

    private void later(Runnable work, Duration pause) {
        try {
            threads.scheduler().schedule(work, pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("Channel {}: its threads have ended", stream.channel());
        }
    }

    private void open() {
        try {
            if (isRunning()) {
                opened(connector.open(this));
            }
        } catch (OpeningFailed e) {
            health.failed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("Channel {}: its connection could not be opened", stream.channel(), e);
        } finally {
            openedOrNot();
        }
    }

    private synchronized boolean isRunning() {
        return running;
    }

    private void opened(StreamConnection fresh) {
        StreamConnection before = connections.replace(fresh);
        if (!isRunning()) {
            connections.clear().forEach(this::close);
            return;
        }
        LOG.info("Channel {}: connected to {}", stream.channel(), fresh.access().title());
        listener.opened(stream.channel());
        health.opened();
        if (before != null) { // frames that still come from it are taken
            later(() -> close(before), timing.grace());
        }
    }

    private synchronized void openedOrNot() {
        opening = false;
        StreamConnection now = connections.current();
        if (now == null || now.isEnded()) {
            if (now != null) {
                health.ended(now); // perhaps before it was known here
            }
            open(health.pause());
        } else if (now.isEndingSoon()) { // it was told so while it was being opened, or no other could be opened
            open(health.pauseToRenew(now));
        }
    }

    /** The platform is about to end a connection: the next is opened before. */
    private synchronized void renew(StreamConnection ending) {
        boolean told = ending.isEndingSoon();
        ending.endSoon();
        if (ending == connections.current() && !told && !opening) {
            open(health.pauseToRenew(ending));
        }
    }

    private void beat() {
        connections.beat(timing.heartbeat().multipliedBy(2));
        StreamConnection now = connections.current();
        if (now == null) {
            return;
        }
        if (!now.isEnded()) {
            health.lasted(now);
        }
        try {
            if (!stream.access().isSame(now.access())) {
                LOG.info("Channel {}: its settings have changed; reconnecting", stream.channel());
                renew(now);
            }
        } catch (IllegalArgumentException | InvalidConfiguration e) {
            LOG.debug("Channel {} keeps its connection: {}", stream.channel(), e.getMessage());
        }
    }

    private void close(StreamConnection connection) {
        connection.close();
        later(() -> connection.abort(OpenConnections.NO_GOODBYE), farewell());
    }

    private Duration farewell() {
        return timing.grace().dividedBy(5);
    }

    @Override
    public void received(StreamConnection from, String text) {
        frames.received(from, text);
    }

    @Override
    public void notTaken(StreamConnection from, String why) {
        frames.notTaken(from, why);
    }

    @Override
    public synchronized void ended(StreamConnection connection) {
        if (connection != connections.current()) {
            return;
        }
        LOG.info("Channel {}: the connection ended, {}", stream.channel(), connection.whyEnded());
        health.ended(connection);
        if (!opening) {
            open(health.pause());
        }
    }
}

package io.redress.channel.chat.platform.stream;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The connection of a channel, and the one before it as long as frames still come from that. */
final class OpenConnections {

    static final String NO_GOODBYE = "the platform did not answer its close";

    private @Nullable StreamConnection current;
    private @Nullable StreamConnection former;

    synchronized @Nullable StreamConnection current() {
        return current;
    }

    synchronized boolean isOpen() {
        return current != null && !current.isEnded();
    }

    /** Gives the one whose place another takes; null where there was none. */
    synchronized @Nullable StreamConnection replace(StreamConnection fresh) {
        former = current;
        current = fresh;
        return former;
    }

    /** Those that there were. */
    synchronized List<StreamConnection> clear() {
        List<StreamConnection> all = all();
        current = null;
        former = null;
        return all;
    }

    /** Says goodbye to each, and ends it when that is not answered in time. */
    static void close(List<StreamConnection> all, Duration limit) throws InterruptedException {
        all.forEach(StreamConnection::close);
        for (StreamConnection one : all) {
            if (!one.isEndedWithin(limit)) {
                one.abort(NO_GOODBYE);
            }
        }
    }

    /** Each is asked for a sign of life, or given up. */
    void beat(Duration silence) {
        all().forEach(connection -> connection.beat(silence));
    }

    private synchronized List<StreamConnection> all() {
        return Stream.of(current, former).filter(Objects::nonNull).toList();
    }
}

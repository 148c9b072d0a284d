package io.redress.channel.chat.platform.stream;

import io.redress.channel.ChannelProblems;
import java.time.Duration;

/** Counts the failures of a channel's connections, which makes the pauses between them, and tells when they are a trouble. */
final class StreamHealth {

    /** So many connections on end that were not opened, or ended soon, are a trouble. */
    private static final int FIRST_TOLD = 3;

    private final String channel;
    private final ChannelProblems problems;
    private final Duration good;
    private final StreamPauses pauses;
    private boolean toldOfEnds;

    StreamHealth(String channel, ChannelProblems problems, StreamTiming timing) {
        this.channel = channel;
        this.problems = problems;
        this.good = timing.longestPause();
        this.pauses = new StreamPauses(timing.firstPause(), good, Math::random);
    }

    /** The pause before another try. */
    Duration pause() {
        return pauses.next();
    }

    /** The pause before a connection takes the place of one: none, unless connections are replaced again and again. */
    Duration pauseToRenew(StreamConnection before) {
        lasted(before);
        boolean first = pauses.failures() == 0;
        Duration pause = pauses.next();
        return first ? Duration.ZERO : pause;
    }

    synchronized void failed(OpeningFailed failure) {
        if (failure.isLasting() || pauses.failures() + 1 >= FIRST_TOLD) {
            toldOfEnds = false;
            problems.tell(channel, failure.problem());
        }
    }

    synchronized void opened() {
        if (!toldOfEnds) {
            problems.over(channel, StreamProblems.CONNECTION);
        }
    }

    synchronized void ended(StreamConnection connection) {
        if (!lasted(connection) && pauses.failures() + 1 >= FIRST_TOLD) {
            toldOfEnds = true;
            problems.tell(channel, StreamProblems.ends(connection.access().title(), connection.whyEnded()));
        }
    }

    /** Whether a connection has been open for so long that what was before it is over. */
    synchronized boolean lasted(StreamConnection connection) {
        if (connection.age().compareTo(good) <= 0) {
            return false;
        }
        pauses.over();
        stopped();
        return true;
    }

    /** What was told is over. */
    synchronized void stopped() {
        toldOfEnds = false;
        problems.over(channel, StreamProblems.CONNECTION);
    }
}

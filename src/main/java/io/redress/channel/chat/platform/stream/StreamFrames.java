package io.redress.channel.chat.platform.stream;

import io.redress.channel.ChannelProblem;
import io.redress.channel.ChannelProblems;
import io.redress.channel.chat.platform.stream.StreamListener.Outcome;
import io.redress.configfile.InvalidConfiguration;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Processes frames one after the other: their messages are handed off, and answered when they are on disk. What fails is not
 * answered, so that the platform sends it again; after a failure the next frame waits a little.
 */
final class StreamFrames {

    private static final Logger LOG = LoggerFactory.getLogger(StreamFrames.class);

    private final PlatformStream stream;
    private final StreamHandOff handOff;
    private final ChannelProblems problems;
    private final StreamListener listener;
    private final StreamTiming timing;
    private final StreamThreads threads;
    private final Consumer<StreamConnection> renewal;
    private final StreamPauses holds;

    /** @param renewal is told of connections that the platform is about to end */
    StreamFrames(
            PlatformStream stream,
            StreamHandOff handOff,
            StreamServices services,
            StreamTiming timing,
            StreamThreads threads,
            Consumer<StreamConnection> renewal) {
        this.stream = stream;
        this.handOff = handOff;
        this.problems = services.problems();
        this.listener = services.listener();
        this.timing = timing;
        this.threads = threads;
        this.renewal = renewal;
        this.holds = new StreamPauses(timing.firstPause(), timing.grace(), Math::random);
    }

    void received(StreamConnection from, String text) {
        try {
            threads.frames().execute(() -> process(from, text));
        } catch (RejectedExecutionException e) {
            LOG.debug(
                    "Channel {}: a frame came after the channel was stopped; the platform sends it again",
                    stream.channel());
        }
    }

    private void process(StreamConnection from, String text) {
        Duration hold = Duration.ZERO;
        try {
            Outcome outcome = outcome(from, text);
            listener.frame(stream.channel(), outcome);
            if (outcome == Outcome.FAILED) {
                hold = holds.next();
            } else {
                holds.over();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error(
                    "Channel {}: a frame could not be processed; if it is not answered, the platform sends it again: {}",
                    stream.channel(),
                    e.getClass().getSimpleName());
            LOG.debug("the processing of a frame failed", e);
            hold = holds.next();
            listener.frame(stream.channel(), Outcome.FAILED);
        } finally {
            if (hold.isZero()) {
                from.next();
            } else {
                threads.scheduler().schedule(from::next, hold.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    private Outcome outcome(StreamConnection from, String text) throws InterruptedException {
        StreamFrame frame;
        try {
            frame = stream.read(text);
        } catch (IllegalArgumentException | InvalidConfiguration e) {
            LOG.warn("Channel {}: a frame could not be read: {}", stream.channel(), e.getMessage());
            return Outcome.FAILED;
        }
        switch (frame.kind()) {
            case UNREADABLE -> {
                tell(from, frame.problem());
                return Outcome.REFUSED;
            }
            case MESSAGES -> {
                if (!isHandedOff(frame)) {
                    return Outcome.FAILED;
                }
            }
            case RENEW -> renewal.accept(from);
            case NOTHING -> {}
        }
        if (frame.answer() != null) {
            from.tell(frame.answer(), timing.grace());
        }
        if (frame.kind() != StreamFrame.Kind.MESSAGES) {
            return Outcome.ANSWERED;
        }
        problems.over(stream.channel(), StreamProblems.FRAMES);
        return Outcome.HANDED_OFF;
    }

    private boolean isHandedOff(StreamFrame frame) throws InterruptedException {
        try {
            handOff.accept(frame);
            return true;
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            LOG.warn(
                    "Channel {}: a message could not be handed off; it is not answered, and the platform sends it again: {}",
                    stream.channel(),
                    e.getClass().getSimpleName());
            LOG.debug("the hand-off failed", e);
            return false;
        }
    }

    /** A frame came that cannot be read. */
    void notTaken(StreamConnection from, String why) {
        listener.frame(stream.channel(), Outcome.REFUSED);
        tell(from, why);
    }

    private void tell(StreamConnection from, String why) {
        ChannelProblem problem = StreamProblems.frame(from.access().title(), why);
        problems.tell(stream.channel(), problem);
    }

    /** Waits for a while until the frame that is being processed is answered. */
    void finish(Duration atMost) throws InterruptedException {
        try {
            threads.frames().submit(() -> {}).get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warn(
                    "Channel {}: stopped while a message was being handed off; the platform sends it again",
                    stream.channel());
        } catch (ExecutionException | RejectedExecutionException e) {
            LOG.debug("Channel {}: no frames are processed any more", stream.channel());
        }
    }
}

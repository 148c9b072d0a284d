package io.redress.channel.feed;

import io.redress.channel.ChannelProblem;
import io.redress.channel.ChannelProblems;
import io.redress.configfile.InvalidConfiguration;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What keeps one channel from reading its feed, and how long it waits before it asks again. */
final class FeedProblems {

    private static final String POLL = "poll";
    private static final String LOOP = "loop";

    /** Of an address in an exception's words: it may hold what nobody but the feed shall know. */
    private static final Pattern QUERY = Pattern.compile("\\?[^\\s\"'<>]+");

    private static final int FIRST_REPORTED = 3;
    private static final int MOST_DOUBLINGS = 6;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    private final ChannelProblems problems;
    private final String channel;
    private final Clock clock;
    private int failures;
    private Instant resting = Instant.MIN;

    FeedProblems(ChannelProblems problems, String channel, Clock clock) {
        this.problems = problems;
        this.channel = channel;
        this.clock = clock;
    }

    /** Whether the feed asked for a pause that lasts. */
    synchronized boolean isResting() {
        return resting.isAfter(clock.instant());
    }

    /** A page was read and handed off. */
    synchronized void over() {
        failures = 0;
        resting = Instant.MIN;
        problems.over(channel, POLL);
    }

    void noLoop() {
        problems.over(channel, LOOP);
    }

    void loop() {
        var kind = FeedFailure.Kind.LOOP;
        problems.tell(channel, new ChannelProblem(LOOP, kind.problem(), kind.remedy(), null));
    }

    /** A page could not be read or handed off; what may go away by itself is reported from the third time on. */
    synchronized void failed(Throwable error) {
        failures++;
        FeedFailure failure = of(error);
        if (failure.kind() == FeedFailure.Kind.BUSY || failure.retryAfter() != null) {
            resting = clock.instant().plus(pause(failure.retryAfter()));
        }
        if (failure.kind().isLasting() || failures >= FIRST_REPORTED) {
            problems.tell(
                    channel,
                    new ChannelProblem(
                            POLL, failure.kind().problem(), failure.kind().remedy(), failure.getMessage()));
        }
    }

    private Duration pause(@Nullable Duration asked) {
        Duration pause = Objects.requireNonNullElseGet(
                asked, () -> FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS)));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    /** What an error is, whoever threw it. */
    static FeedFailure of(Throwable error) {
        if (error instanceof FeedFailure failure) {
            return failure;
        }
        var kind = error instanceof InvalidConfiguration ? FeedFailure.Kind.SETTINGS : FeedFailure.Kind.UNAVAILABLE;
        String words = error.getClass().getSimpleName() + ": " + error.getMessage();
        String line = words.lines().findFirst().orElse("");
        return new FeedFailure(kind, QUERY.matcher(line).replaceAll("?…"), null);
    }
}

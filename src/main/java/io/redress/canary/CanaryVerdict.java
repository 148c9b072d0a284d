package io.redress.canary;

import io.redress.channel.ChannelProblem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the canaries of one channel say about it. */
public final class CanaryVerdict {

    /** The aspect of a channel's work. */
    public static final String ASPECT = "canary";

    private CanaryVerdict() {}

    /**
     * The problem that the newest canary shows that is not under way; none where there is no such canary.
     *
     * @param newestFirst of one channel
     * @param since this process has run: what was under way before may have waited for it, and counts only if it came in time
     */
    public static Optional<ChannelProblem> of(List<Canary> newestFirst, Instant since, Instant now) {
        return newestFirst.stream()
                .filter(canary -> canary.state(now) != Canary.State.UNDER_WAY)
                .filter(canary -> canary.state(now) == Canary.State.IN_TIME
                        || canary.counts() && !canary.sentAt().isBefore(since))
                .findFirst()
                .flatMap(canary -> problem(canary, now));
    }

    private static Optional<ChannelProblem> problem(Canary canary, Instant now) {
        return switch (canary.state(now)) {
            case NOT_SENT ->
                Optional.of(new ChannelProblem(
                        ASPECT,
                        "its canary could not be sent",
                        "Check that the channel can be reached the way its senders reach it",
                        canary.problem()));
            case LATE ->
                Optional.of(new ChannelProblem(
                        ASPECT,
                        "its canary came late",
                        "Check where the channel's items wait: the mailbox, the folder, the intake queues",
                        "sent at " + canary.sentAt() + ", arrived at " + canary.arrivedAt()));
            case MISSING ->
                Optional.of(new ChannelProblem(
                        ASPECT,
                        "its canary has not arrived",
                        "Follow an item's path: the sender, the channel, the intake queues, GET /api/items",
                        "sent at " + canary.sentAt()));
            case IN_TIME, UNDER_WAY -> Optional.empty();
        };
    }
}

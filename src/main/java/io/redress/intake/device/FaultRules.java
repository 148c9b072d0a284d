package io.redress.intake.device;

import io.redress.intake.device.FaultDecision.Kind;
import io.redress.ticket.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Decides what a report of a device is. The order of reports is that of the device's clock, as two hubs may swap them. */
public final class FaultRules {

    /** So many in a row are told one by one, then every power of ten. */
    private static final int EACH = 3;
    /** However many there were meanwhile, the history hears of a change after so long. */
    private static final Duration SILENCE = Duration.ofHours(1);

    private FaultRules() {}

    /**
     * Decides about one report.
     *
     * @param received when the hub took it in
     * @param known the latest episode of this fault; empty when there was none
     * @param lately what the device has opened; empty when it has no open ticket
     * @param priority that a ticket of its own would have
     */
    public static FaultDecision of(
            FaultReport report,
            Instant received,
            Optional<FaultEpisode> known,
            Optional<DeviceTickets> lately,
            Priority priority) {
        Optional<FaultEpisode> episode = known.filter(one -> !isOver(one, report, received));
        return report.state() == FaultState.RAISED
                ? raised(report, episode, known, lately, priority)
                : cleared(report, episode);
    }

    private static FaultDecision raised(
            FaultReport report,
            Optional<FaultEpisode> episode,
            Optional<FaultEpisode> known,
            Optional<DeviceTickets> lately,
            Priority priority) {
        if (episode.isPresent()) {
            FaultEpisode one = episode.get();
            if (report.at().isBefore(one.saidAt())) {
                return new FaultDecision(Kind.LATE, one.state(), one.saidAt());
            }
            return one.state() == FaultState.RAISED
                    ? new FaultDecision(Kind.REPEATED, FaultState.RAISED, report.at())
                    : overtaken(Kind.RETURNED, report, episode);
        }
        boolean enough = lately.filter(device ->
                        device.opened() >= report.limits().tickets() && priority.compareTo(device.priority()) <= 0)
                .isPresent();
        return overtaken(enough ? Kind.JOINED : Kind.OPENED, report, known);
    }

    /** It is there, unless its end came first. */
    private static FaultDecision overtaken(Kind kind, FaultReport report, Optional<FaultEpisode> known) {
        return known.flatMap(FaultEpisode::overAt)
                .filter(over -> over.isAfter(report.at()))
                .map(over -> new FaultDecision(kind, FaultState.CLEARED, over))
                .orElseGet(() -> new FaultDecision(kind, FaultState.RAISED, report.at()));
    }

    private static FaultDecision cleared(FaultReport report, Optional<FaultEpisode> episode) {
        if (episode.isEmpty() || episode.get().state() == FaultState.CLEARED) {
            return new FaultDecision(Kind.UNKNOWN, FaultState.CLEARED, report.at());
        }
        FaultEpisode one = episode.get();
        return report.at().isBefore(one.saidAt())
                ? new FaultDecision(Kind.LATE, one.state(), one.saidAt())
                : new FaultDecision(Kind.CLEARED, FaultState.CLEARED, report.at());
    }

    /** Whether the next time is another episode. A report that is still there after its ticket was solved reopens nothing. */
    private static boolean isOver(FaultEpisode episode, FaultReport report, Instant received) {
        Duration flapTime = report.limits().flapTime();
        Instant ended = episode.ticketEnded();
        return episode.ticket() == null
                || ended != null && received.isAfter(ended.plus(flapTime))
                || episode.state() == FaultState.CLEARED
                        && report.at().isAfter(episode.saidAt().plus(flapTime));
    }

    /**
     * Whether a ticket's history hears of this one: of the first few, then of every tenfold, and of a change after an hour.
     *
     * @param count how many there were of its kind, with this one
     * @param toldAt when the history heard of the episode last
     */
    public static boolean isTold(FaultDecision decision, int count, Instant toldAt, Instant now) {
        return isTold(count) || decision.isChange() && now.isAfter(toldAt.plus(SILENCE));
    }

    /** Whether it is one of the first few, or a power of ten. */
    public static boolean isTold(int count) {
        int rest = count;
        while (rest % 10 == 0 && rest > 0) {
            rest /= 10;
        }
        return count <= EACH || rest == 1;
    }
}

package io.redress.console.ticket;

import io.redress.servicelevel.clock.DeadlineExplainer.Explained;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How the promises of a ticket stand at a time. */
final class ClockViews {

    private static final int ALL = 100;

    private ClockViews() {}

    static List<TicketView.Clock> of(List<Explained> clocks, Instant now) {
        return clocks.stream().map(clock -> of(clock, now)).toList();
    }

    private static TicketView.Clock of(Explained clock, Instant now) {
        return new TicketView.Clock(
                clock.clock(),
                clock.round(),
                clock.startedAt(),
                clock.dueAt(),
                clock.metAt(),
                used(clock, now),
                state(clock, now),
                clock.steps().stream()
                        .map(step -> new TicketView.Step(step.at(), step.what()))
                        .toList());
    }

    private static String state(Explained clock, Instant now) {
        Instant met = clock.metAt();
        Instant due = clock.dueAt();
        if (met != null) {
            return due != null && met.isAfter(due) ? "late" : "met";
        }
        if (clock.endedAt() != null) {
            return "ended";
        }
        if (due == null) {
            return "paused";
        }
        return due.isBefore(now) ? "over" : "running";
    }

    private static int used(Explained clock, Instant now) {
        Instant due = clock.dueAt();
        if (due == null) {
            return 0;
        }
        Instant until = clock.metAt() != null ? clock.metAt() : clock.endedAt() != null ? clock.endedAt() : now;
        long all = Duration.between(clock.startedAt(), due).toSeconds();
        long gone = Duration.between(clock.startedAt(), until).toSeconds();
        return all <= 0 ? ALL : (int) Math.max(0, Math.min(ALL, gone * ALL / all));
    }
}

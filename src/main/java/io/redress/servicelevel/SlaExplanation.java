package io.redress.servicelevel;

import io.redress.servicelevel.SlaClock.Step;
import io.redress.servicelevel.calendar.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Says in sentences how a {@link SlaClock} came about. */
final class SlaExplanation {

    private final SlaClock.Clock clock;
    private final Instant start;
    private final List<ClockPause> pauses;
    private final SlaTarget limit;
    private final ZoneId zone;
    private final List<Step> steps = new ArrayList<>();

    SlaExplanation(SlaClock.Clock clock, Instant start, List<ClockPause> pauses, SlaTarget limit) {
        this.clock = clock;
        this.start = start;
        this.pauses = pauses.stream()
                .filter(pause -> PauseIntervals.end(pause).isAfter(start)
                        && PauseIntervals.end(pause).isAfter(pause.from()))
                .sorted(Comparator.comparing(ClockPause::from))
                .toList();
        this.limit = limit;
        this.zone = limit.calendar().zone();
    }

    /** The sentences in the order of time; {@code beaten} is the limit that runs, too, and is due later. */
    List<Step> steps(@Nullable Instant due, SortedMap<Integer, Instant> marks, @Nullable RunningTarget beaten) {
        say(
                start,
                clock.title() + " counts from " + ExplanationTimes.of(start, zone) + " (times are those of " + zone
                        + ").");
        sayLimits(beaten);
        ClockPause lasting = due == null ? lasting() : null;
        Instant end = due != null ? due : lasting == null || lasting.from().isBefore(start) ? start : lasting.from();
        if (limit.isByCalendar()) {
            steps.addAll(new ClosedDays(limit.calendar()).between(start, end));
        }
        sayPauses(end);
        marks.forEach(
                (share, at) -> say(at, share + " % of the time is used up: " + ExplanationTimes.of(at, zone) + "."));
        if (due != null) {
            say(due, "Due " + ExplanationTimes.of(due, zone) + ".");
        } else if (lasting != null) {
            say(
                    end,
                    "Waits since " + ExplanationTimes.of(lasting.from(), zone) + " (" + lasting.reason()
                            + "); when it is due is known once it goes on.");
        }
        steps.sort(Comparator.comparing(Step::at));
        return steps;
    }

    private void sayLimits(@Nullable RunningTarget beaten) {
        say(
                start,
                "'" + limit.key() + "' in service-levels.yaml allows "
                        + limit.limit().inWords() + (limit.isByCalendar() ? byCalendar() : "") + ".");
        if (beaten != null) {
            Instant later = beaten.due();
            say(
                    start,
                    "'" + beaten.limit().key() + "' allows "
                            + beaten.limit().limit().inWords()
                            + (later == null ? ", and waits" : ", due " + ExplanationTimes.of(later, zone))
                            + "; the earlier one counts.");
        }
    }

    private String byCalendar() {
        return ", by the calendar '" + limit.calendar().name() + "'";
    }

    private @Nullable ClockPause lasting() {
        return pauses.stream()
                .filter(pause -> pause.until() == null)
                .findFirst()
                .orElse(null);
    }

    /** What two pauses share is told with the first. */
    private void sayPauses(Instant end) {
        Instant told = start;
        for (ClockPause pause : pauses) {
            Instant until = pause.until();
            if (until != null && pause.from().isBefore(end)) {
                TimeRange added = new TimeRange(pause.from(), until).within(told, end);
                Duration time = added.isEmpty() ? Duration.ZERO : limit.countedBetween(added.from(), added.until());
                say(
                        pause.from().isBefore(start) ? start : pause.from(),
                        "Paused from " + ExplanationTimes.of(pause.from(), zone) + " until "
                                + ExplanationTimes.of(until, zone) + " ("
                                + pause.reason() + "): adds " + ExplanationTimes.of(time)
                                + (limit.isByCalendar() ? " of open time." : "."));
                told = until.isAfter(told) ? until : told;
            }
        }
    }

    private void say(Instant at, String what) {
        steps.add(new Step(at, what));
    }
}

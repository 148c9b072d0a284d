package io.redress.servicelevel;

import io.redress.servicelevel.calendar.BusinessCalendar;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** The steps up after a breach. */
record EscalationPlan(List<Stage> stages) {

    record Stage(TimeLimit after, String role) {}

    List<Escalation> levels() {
        return IntStream.range(0, stages.size())
                .mapToObj(i -> new Escalation(i + 1, stages.get(i).role()))
                .toList();
    }

    /** Never before a lower level, even where one waits for open time and the other does not. */
    Instant at(int level, Instant breachedAt, BusinessCalendar calendar) {
        if (level < 1 || level > stages.size()) {
            throw new IllegalArgumentException("no escalation level " + level + ", only 1 to " + stages.size());
        }
        return stages.subList(0, level).stream()
                .map(stage -> stage.after().after(breachedAt, calendar))
                .max(Instant::compareTo)
                .orElseThrow();
    }
}

package io.redress.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.callback.CallOutcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What must hold for every report of a call that was read. */
final class OutcomeInvariants {

    private OutcomeInvariants() {}

    static void check(CallOutcome outcome) {
        assertThat(outcome.id()).isNotBlank();
        ParserInvariants.storable(outcome.id(), outcome.by(), outcome.note());
        time(outcome.at());
        time(outcome.callAgainAt());
    }

    private static void time(@Nullable Instant time) {
        assertThat(time == null
                        || (time.isAfter(Instant.parse("0000-12-30T00:00:00Z"))
                                && time.isBefore(Instant.parse("+10000-01-02T00:00:00Z"))))
                .as("a database's time: " + time)
                .isTrue();
    }
}

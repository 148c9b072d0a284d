package io.redress.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.lifecycle.Lifecycle;
import io.redress.lifecycle.TicketUpdate;
import io.redress.lifecycle.Updates;
import java.time.Instant;

/** What must hold for every update that is applied. */
final class SoundUpdates {

    private SoundUpdates() {}

    static Lifecycle.Result applied(TicketUpdate update) {
        Sound.storable(update.id(), update.ticket());
        Instant at = update.at();
        assertThat(at == null || at.isAfter(Instant.parse("0000-12-30T00:00:00Z")))
                .as("a database's time: " + at)
                .isTrue();
        Updates.words(update);
        Updates.told(update);
        return new Lifecycle.Result(Lifecycle.Outcome.APPLIED, null, null);
    }
}

package io.redress.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.lifecycle.TicketLifecycle;
import io.redress.lifecycle.TicketUpdate;
import io.redress.lifecycle.UpdateEffects;
import java.time.Instant;

/** What must hold for every update that is applied. */
final class UpdateInvariants {

    private UpdateInvariants() {}

    static TicketLifecycle.Result applied(TicketUpdate update) {
        ParserInvariants.storable(update.id(), update.ticket());
        Instant at = update.at();
        assertThat(at == null || at.isAfter(Instant.parse("0000-12-30T00:00:00Z")))
                .as("a database's time: " + at)
                .isTrue();
        UpdateEffects.words(update);
        UpdateEffects.told(update);
        return new TicketLifecycle.Result(TicketLifecycle.Outcome.APPLIED, null, null);
    }
}

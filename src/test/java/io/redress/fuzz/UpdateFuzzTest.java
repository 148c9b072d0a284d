package io.redress.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.redress.ledger.UpdateDesk;
import io.redress.lifecycle.Lifecycle;
import io.redress.lifecycle.TicketUpdate;
import io.redress.lifecycle.Updates;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;

/** Ticket updates as JSON. */
class UpdateFuzzTest {

    private final UpdateDesk desk = new UpdateDesk(
            UpdateFuzzTest::applied, new ObjectMapper().registerModule(new JavaTimeModule()), Clock.systemUTC());

    @FuzzTest
    void any_text_is_an_update_or_reported(byte[] text) {
        String message = new String(text, StandardCharsets.UTF_8);
        assertThat(desk.take(message)).hasSizeLessThanOrEqualTo(1);
    }

    private static Lifecycle.Result applied(TicketUpdate update) {
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

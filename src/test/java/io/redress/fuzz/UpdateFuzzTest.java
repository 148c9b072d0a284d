package io.redress.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.redress.failure.UnreadableMessageException;
import io.redress.lifecycle.update.TicketUpdateHandler;
import io.redress.testing.UnrestrictedTicketPermissions;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** Ticket updates as JSON. */
class UpdateFuzzTest {

    private final TicketUpdateHandler handler = new TicketUpdateHandler(
            UpdateInvariants::applied,
            new UnrestrictedTicketPermissions(),
            new ObjectMapper().registerModule(new JavaTimeModule()),
            Clock.systemUTC());

    @FuzzTest
    void any_text_is_an_update_or_reported_or_a_dead_letter(byte[] text) {
        String message = new String(text, StandardCharsets.UTF_8);
        try {
            assertThat(handler.take(message)).hasSizeLessThanOrEqualTo(1);
        } catch (UnreadableMessageException e) { // a dead letter
            assertThat(e).hasMessageMatching("[^\\p{Cntrl}]{5,600}");
        }
    }
}

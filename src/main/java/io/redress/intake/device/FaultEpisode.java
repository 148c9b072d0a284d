package io.redress.intake.device;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One fault of one device, from its first report until it is over.
 *
 * @param ticket on which it stands; null where the device said that it was over before it said that it was there
 * @param saidAt when it was reported so last, by the device's clock
 * @param reports how often the device reported it as there
 * @param changes how often it came or went
 * @param changedAt when the hub heard last that it came or went
 * @param toldAt when the ticket's history heard of it last
 * @param clearedAt when the device said last, by its clock, that it was over while it was not there; null when it never did
 * @param ticketEnded since when the ticket is solved or closed; null while it is open
 */
public record FaultEpisode(
        long id,
        @Nullable String ticket,
        FaultState state,
        Instant saidAt,
        int reports,
        int changes,
        Instant changedAt,
        Instant toldAt,
        @Nullable Instant clearedAt,
        @Nullable Instant ticketEnded) {

    /** When the device said last that it was over, if it is. */
    Optional<Instant> overAt() {
        Instant said = ticket == null ? saidAt : Instant.MIN;
        Instant over = clearedAt != null && clearedAt.isAfter(said) ? clearedAt : said;
        return over.equals(Instant.MIN) ? Optional.empty() : Optional.of(over);
    }
}

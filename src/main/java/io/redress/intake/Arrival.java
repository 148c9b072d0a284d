package io.redress.intake;

import io.redress.ticket.Lookup;
import java.util.List;

/**
 * An item and what its normalizer read in it.
 *
 * @param lookups what other systems were asked about it
 */
public record Arrival(RawMessage raw, NormalizationResult reading, List<Lookup> lookups) {

    public Arrival {
        lookups = List.copyOf(lookups);
    }

    /** An arrival of which nobody was asked anything. */
    public Arrival(RawMessage raw, NormalizationResult reading) {
        this(raw, reading, List.of());
    }
}

package io.redress.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An arrival that opens no ticket, as expected and explained.
 *
 * @param state {@link ItemState#AUTO_REPLY}, {@link ItemState#BOUNCE} or {@link ItemState#INVALID}
 * @param reason for an operator to read: what it is, where it shows, what to do if it should have been a ticket
 * @param sourceKey null when none could be read
 * @param references tickets that it names, so that a bounce is found with its ticket
 */
public record Refusal(
        ItemState state, String reason, @Nullable String sourceKey, List<String> references)
        implements NormalizationResult {

    public Refusal {
        references = List.copyOf(references);
    }
}

package io.redress.ledger.ticket;

import io.redress.permission.TicketScope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which tickets are asked for; null or empty means any.
 *
 * @param from received at or after this instant
 * @param to received before this instant
 * @param said words that all stand in the subject or the customer's text, in any order
 * @param phone in E.164 without extension, or as tickets keep what is no valid number
 * @param mail a whole address
 * @param order the order's number as the customer gave it
 * @param scope the tickets that the reader may see
 */
public record TicketSearch(
        @Nullable String category,
        @Nullable String priority,
        @Nullable String status,
        @Nullable String channel,
        @Nullable Boolean review,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Anywhere anywhere,
        List<String> said,
        @Nullable String phone,
        @Nullable String mail,
        @Nullable String order,
        TicketScope scope) {

    public TicketSearch {
        said = List.copyOf(said);
    }

    /** All that the reader may see. */
    public static TicketSearch all(TicketScope scope) {
        return new TicketSearch(null, null, null, null, null, null, null, null, List.of(), null, null, null, scope);
    }

    /**
     * What somebody typed who does not say where it stands.
     *
     * @param words all of which stand in the number, the subject, the text, the customer or the product, in any order
     * @param phone what was typed as a phone; null when it cannot be one
     * @param digits of what was typed, if it can be part of a phone; else null
     */
    public record Anywhere(
            List<String> words,
            @Nullable String phone,
            @Nullable String digits) {
        public Anywhere {
            words = List.copyOf(words);
        }
    }
}

package io.redress.ops;

import io.redress.ledger.TicketSearch;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parameters of a list of tickets, as they come. */
record TicketFilter(
        @Parameter(description = "Key of a category in config/categories.yaml", example = "mismatch") @Nullable
        String category,

        @Parameter(
                description = "How fast the tickets must move",
                schema = @Schema(allowableValues = {"normal", "urgent", "major"}))
        @Nullable
        String priority,

        @Parameter(description = "Where the tickets stand", example = "open") @Nullable
        String status,

        @Parameter(description = "Name of a channel, that of its file in routes/channels", example = "web") @Nullable
        String channel,

        @Parameter(
                description = "true for tickets whose category a person should look at",
                schema = @Schema(type = "boolean"))
        @Nullable
        String review,

        @Parameter(
                description = "Received at or after this time (ISO 8601 with offset), or this day in UTC",
                example = "2026-07-01T00:00:00Z")
        @Nullable
        String from,

        @Parameter(description = "Received before this time, or this day in UTC", example = "2026-07-02") @Nullable
        String to,

        @Parameter(
                description = "Words as they stand in the number, subject, text, customer or product",
                example = "色差")
        @Nullable
        String q,

        @Parameter(
                description = "How many tickets a page holds",
                schema = @Schema(type = "integer", minimum = "1", maximum = "500", defaultValue = "50"))
        @Nullable
        String size,

        @Parameter(description = "The 'next' of the page before; none for the first page") @Nullable
        String cursor) {

    private static final List<String> PRIORITIES = List.of("normal", "urgent", "major");
    private static final int MAX_TEXT = 200;

    TicketSearch search() {
        String text = Value.text(q);
        if (text != null && text.length() > MAX_TEXT) {
            throw new BadParameter("q", "q must have at most " + MAX_TEXT + " characters");
        }
        return new TicketSearch(
                Value.text(category),
                Value.oneOf("priority", priority, PRIORITIES),
                Value.text(status),
                Value.text(channel),
                Value.flag("review", review),
                Value.instant("from", from),
                Value.instant("to", to),
                text);
    }
}

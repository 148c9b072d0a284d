package io.redress.api.customer;

import io.redress.status.CustomerView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a customer's ticket stands, and nothing of what was written. */
record OwnTicketView(
        @Schema(example = "R-260701-7K9Q2M") String ticket,

        @Schema(description = "As on the status page", example = "in-progress")
        String state,

        @Nullable Instant receivedAt,

        @Schema(description = "Its words by language (BCP 47)")
        Map<String, String> category,

        @Schema(description = "By when somebody answers, until somebody did") @Nullable
        Instant answerBy) {

    static OwnTicketView of(CustomerView view) {
        return new OwnTicketView(
                view.number(),
                view.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                view.receivedAt(),
                view.category(),
                view.answerBy());
    }
}

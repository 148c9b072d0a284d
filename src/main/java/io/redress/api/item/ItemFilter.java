package io.redress.api.item;

import io.redress.api.ParameterValue;
import io.redress.intake.ItemState;
import io.redress.ledger.item.ItemSearch;
import io.redress.ticket.KeyedEnum;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parameters of a list of items, as they come. */
public record ItemFilter(
        @Parameter(description = "Name of a channel, that of its file in routes/channels", example = "web") @Nullable
        String channel,

        @Parameter(
                description = "Where the items stand or ended",
                schema =
                        @Schema(
                                allowableValues = {
                                    "received",
                                    "collecting",
                                    "set-aside",
                                    "waiting",
                                    "ticketed",
                                    "imported",
                                    "duplicate",
                                    "follow-up",
                                    "auto-reply",
                                    "canary",
                                    "bounce",
                                    "ignored",
                                    "aggregated",
                                    "invalid",
                                    "failed"
                                }))
        @Nullable
        String state,

        @Parameter(
                description = "What the channel calls the item: Message-ID, event id, idempotency key, file and row",
                example = "<20260701.1@shop.example>")
        @Nullable
        String sourceKey,

        @Parameter(description = "The ticket that the items opened, repeat or follow", example = "R-260701-7K9Q2M")
        @Nullable
        String ticket,

        @Parameter(description = "The number given to the sender", example = "R-260701-7K9Q2M") @Nullable
        String number,

        @Parameter(
                description = "Received at or after this time (ISO 8601 with offset), or this day in UTC",
                example = "2026-07-01T00:00:00Z")
        @Nullable
        String from,

        @Parameter(description = "Received before this time, or this day in UTC", example = "2026-07-02") @Nullable
        String to) {

    private static final List<String> STATES = KeyedEnum.keys(ItemState.class);

    /** What is asked for. */
    public ItemSearch search() {
        return new ItemSearch(
                ParameterValue.text(channel),
                ParameterValue.oneOf("state", state, STATES),
                ParameterValue.text(sourceKey),
                ParameterValue.text(ticket),
                ParameterValue.text(number),
                ParameterValue.instant("from", from),
                ParameterValue.instant("to", to));
    }
}

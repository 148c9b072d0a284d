package io.redress.api.delivery;

import io.redress.api.ParameterValue;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parameters of a list of deliveries, as they come. */
record DeliveryFilter(
        @Parameter(
                description = "Where the deliveries stand",
                schema = @Schema(allowableValues = {"waiting", "delivered", "refused", "cancelled"}))
        @Nullable
        String state,

        @Parameter(description = "A ticket's number", example = "R-260701-7K9Q2M") @Nullable
        String ticket,

        @Parameter(
                description = "How many deliveries a page holds",
                schema = @Schema(type = "integer", minimum = "1", maximum = "500", defaultValue = "50"))
        @Nullable
        String size,

        @Parameter(description = "The 'next' of the page before; none for the first page") @Nullable
        String cursor) {

    private static final List<String> STATES = List.of("waiting", "delivered", "refused", "cancelled");

    @Nullable
    String knownState() {
        return ParameterValue.oneOf("state", state, STATES);
    }
}

package io.redress.api.delivery;

import io.redress.api.ParameterValue;
import io.redress.delivery.DeliveryState;
import io.redress.ticket.KeyedEnum;
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
        String ticket) {

    private static final List<String> STATES = KeyedEnum.keys(DeliveryState.class);

    @Nullable
    String knownState() {
        return ParameterValue.oneOf("state", state, STATES);
    }
}

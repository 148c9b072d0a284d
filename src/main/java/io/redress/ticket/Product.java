package io.redress.ticket;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the complaint is about; every member is null when the channel did not say it.
 *
 * @param store the shop, branch or online shop where it was bought or the matter happened, as the source calls it
 */
public record Product(
        @Nullable String name,
        @Nullable String model,
        @Nullable String serial,
        @Nullable String orderNo,
        @Nullable LocalDate purchasedOn,
        @Nullable String warranty,
        @Nullable String store) {

    /** A product of which nothing is known. */
    public static Product unknown() {
        return new Product(null, null, null, null, null, null, null);
    }
}

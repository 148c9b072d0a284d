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

    /** The same product, with what another source knows where this one says nothing. */
    public Product or(Product other) {
        return new Product(
                name == null ? other.name : name,
                model == null ? other.model : model,
                serial == null ? other.serial : serial,
                orderNo == null ? other.orderNo : orderNo,
                purchasedOn == null ? other.purchasedOn : purchasedOn,
                warranty == null ? other.warranty : warranty,
                store == null ? other.store : store);
    }

    /** A product of which nothing is known. */
    public static Product unknown() {
        return new Product(null, null, null, null, null, null, null);
    }
}

package io.redress.lookup;

import io.redress.ticket.Customer;
import io.redress.ticket.KeyedEnum;
import io.redress.ticket.Product;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What a system can be asked by. */
public enum LookupKey implements KeyedEnum {
    PHONE("phone", (customer, product) -> first(customer.statedPhones())),
    EMAIL("email", (customer, product) -> first(customer.emails())),
    HANDLE("handle", (customer, product) -> first(customer.handles())),
    ORDER_NO("orderNo", (customer, product) -> product.orderNo()),
    SERIAL("serial", (customer, product) -> product.serial());

    private final String key;
    private final BiFunction<Customer, Product, @Nullable String> value;

    LookupKey(String key, BiFunction<Customer, Product, @Nullable String> value) {
        this.key = key;
        this.value = value;
    }

    /** As {@code config/lookups.yaml} writes it: {@code orderNo}. */
    @Override
    public String key() {
        return key;
    }

    /** What a complaint says of it; null when nothing. */
    @Nullable
    String of(Customer customer, Product product) {
        return value.apply(customer, product);
    }

    private static @Nullable String first(List<String> values) {
        return values.isEmpty() ? null : values.get(0);
    }
}

package io.redress.delivery;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fields by name, of which those without a value are there, too, and null: a statement names them all. */
public final class NullableFields extends HashMap<String, Object> {

    private static final long serialVersionUID = 1L;

    private NullableFields(Map<String, Object> fields) {
        super(fields);
    }

    /** A delivery's. */
    public static NullableFields of(Delivery delivery) {
        return new NullableFields(delivery.fields());
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return true;
    }
}

package io.redress.delivery.news;

import io.redress.lifecycle.UpdateKind;
import java.util.Map;
import java.util.function.Function;

/** The section {@code states} of mapping files, as they stand when they are asked. */
public final class ConfiguredStateMapping {

    private final Function<String, Map<String, UpdateKind>> mappings;

    /** @param mappings the states of a mapping by its name */
    public ConfiguredStateMapping(Function<String, Map<String, UpdateKind>> mappings) {
        this.mappings = mappings;
    }

    /** The states of the file {@code config/mappings/targets/<mapping>.yaml}. */
    public StateMapping of(String mapping) {
        return mappings.apply(mapping)::get;
    }
}

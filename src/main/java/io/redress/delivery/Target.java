package io.redress.delivery;

import java.util.Set;

/**
 * A system downstream, as its file in {@code routes/delivery} connects it.
 *
 * @param name the target's and its file's
 * @param mapping file of {@code config/mappings/targets}, without its ending
 * @param categories keys of {@code config/categories.yaml} whose tickets it gets; empty means all
 */
public record Target(String name, String mapping, Set<String> categories) {

    public Target {
        categories = Set.copyOf(categories);
    }

    /** Whether tickets of a category are for it. */
    public boolean takes(String category) {
        return categories.isEmpty() || categories.contains(category);
    }
}

package io.redress.console;

import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One entry of a drop-down list. */
public record Choice(String value, String label, boolean selected) {

    /** The entries of a list, of which one may be chosen. */
    public static List<Choice> of(Collection<String> values, UnaryOperator<String> label, @Nullable String chosen) {
        return values.stream()
                .map(value -> new Choice(value, label.apply(value), value.equals(chosen)))
                .toList();
    }
}

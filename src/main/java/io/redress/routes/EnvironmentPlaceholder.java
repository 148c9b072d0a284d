package io.redress.routes;

import java.util.function.UnaryOperator;
import org.apache.camel.spi.PropertiesFunction;
import org.jspecify.annotations.Nullable;

/** {@code {{env:NAME}}} and {@code {{env:NAME:default}}}: a variable of the environment, or the secret of that name. */
public final class EnvironmentPlaceholder implements PropertiesFunction {

    private final UnaryOperator<@Nullable String> values;

    /** @param values gives null for what is not set */
    public EnvironmentPlaceholder(UnaryOperator<@Nullable String> values) {
        this.values = values;
    }

    @Override
    public String getName() {
        return "env";
    }

    @Override
    @SuppressWarnings("NullAway") // Camel wants null for a variable that is not set, and says so nowhere
    public String apply(String remainder) {
        int colon = remainder.indexOf(':');
        String value = values.apply(colon < 0 ? remainder : remainder.substring(0, colon));
        return value != null || colon < 0 ? value : remainder.substring(colon + 1);
    }
}

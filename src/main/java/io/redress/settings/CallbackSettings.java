package io.redress.settings;

import io.redress.callback.CallableNumbers;
import io.redress.callback.CustomerTimeZones;
import io.redress.configfile.Finding;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;

/**
 * Whom calls go to, prefix {@code redress.callbacks}.
 *
 * @param regions ISO 3166 codes of the countries that are called; when empty, {@code redress.callbacks.phone-region} and those
 *     of {@code zones} in {@code callbacks.yaml}
 */
@ConfigurationProperties("redress.callbacks")
public record CallbackSettings(@DefaultValue List<String> regions) {

    public CallableNumbers numbers(String home, CustomerTimeZones customers) {
        return CallableNumbers.of(home, regions, customers.zones().keySet());
    }

    /** A country that there is not would never be called, and nobody would know why. */
    public static List<Finding> findings(Environment environment, Path file) {
        return Binder.get(environment)
                .bind("redress.callbacks.regions", Bindable.listOf(String.class))
                .orElse(List.of())
                .stream()
                .filter(region -> !CallableNumbers.isRegion(region))
                .map(region -> new Finding(
                        file,
                        0,
                        "redress.callbacks.regions: there is no country '" + region + "'",
                        "write its ISO 3166 code, such as CN or GB"))
                .toList();
    }
}

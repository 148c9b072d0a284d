package io.redress.incident;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * {@code config/alerts.yaml}: who is told of trouble.
 *
 * @param to a role of {@code service-levels.yaml}; null: only queue {@code escalations} is told
 * @param after trouble that is over sooner is told to nobody, and so is an end that does not last
 */
public record AlertRules(@Nullable String to, Duration after) {

    static final Duration USUAL = Duration.ofMinutes(2);

    /**
     * Reads {@code alerts.yaml} of a folder, and the roles of its {@code service-levels.yaml}. A folder of an earlier version has
     * no such file: queue {@code escalations} is told there.
     *
     * @throws io.redress.configfile.InvalidConfiguration with every mistake, its line and a remedy
     */
    public static AlertRules read(Path configDir) {
        return new AlertRulesReader(configDir).read();
    }
}

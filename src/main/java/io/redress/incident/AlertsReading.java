package io.redress.incident;

import io.redress.config.Finding;
import io.redress.config.InvalidConfiguration;
import io.redress.config.RoleNames;
import io.redress.config.Suggestion;
import io.redress.config.YamlFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compiles {@code config/alerts.yaml}, and collects whatever is wrong with it. */
final class AlertsReading {

    private static final Pattern TIME = Pattern.compile("(\\d{1,4})\\s*(s|min|h)");

    private final Path alerts;
    private final Path configDir;
    private final List<Finding> findings = new ArrayList<>();

    AlertsReading(Path configDir) {
        alerts = configDir.resolve("alerts.yaml");
        this.configDir = configDir;
    }

    AlertRules read() {
        if (!Files.exists(alerts)) {
            return new AlertRules(null, AlertRules.USUAL);
        }
        YamlFile<AlertsFile> file = YamlFile.read(alerts, AlertsFile.class);
        var rules = new AlertRules(role(file), after(file));
        if (!findings.isEmpty()) {
            throw new InvalidConfiguration(findings);
        }
        return rules;
    }

    private @Nullable String role(YamlFile<AlertsFile> file) {
        String written = file.value().to();
        if (written == null || written.isBlank()) {
            return null;
        }
        Set<String> known = RoleNames.in(configDir);
        if (!known.contains(written)) {
            findings.add(file.finding(
                    "service-levels.yaml has no role '" + written + "'", Suggestion.remedy(written, known), "to"));
        }
        return written;
    }

    private Duration after(YamlFile<AlertsFile> file) {
        String written = file.value().after();
        if (written == null) {
            return AlertRules.USUAL;
        }
        var time = TIME.matcher(written.strip());
        if (!time.matches()) {
            findings.add(file.finding(
                    "'" + written + "' is not a time", "write it like after: 2min (s, min or h)", "after"));
            return AlertRules.USUAL;
        }
        long amount = Long.parseLong(time.group(1));
        return switch (time.group(2)) {
            case "s" -> Duration.ofSeconds(amount);
            case "min" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
        };
    }
}

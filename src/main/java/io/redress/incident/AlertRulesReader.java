package io.redress.incident;

import io.redress.config.Finding;
import io.redress.config.InvalidConfiguration;
import io.redress.config.RoleNames;
import io.redress.config.Suggestion;
import io.redress.config.TimeSpan;
import io.redress.config.YamlFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Compiles {@code config/alerts.yaml}; its schema says what each key may hold. */
final class AlertRulesReader {

    private final Path configDir;

    AlertRulesReader(Path configDir) {
        this.configDir = configDir;
    }

    AlertRules read() {
        Path alerts = configDir.resolve("alerts.yaml");
        if (!Files.exists(alerts)) {
            return new AlertRules(null, AlertRules.USUAL);
        }
        List<Finding> findings = new ArrayList<>();
        YamlFile<AlertsFile> file = YamlFile.read(alerts, AlertsFile.class, "alerts", findings);
        String written = file.value().to();
        String role = written == null || written.isBlank() ? null : written;
        if (role != null) {
            Set<String> known = RoleNames.in(configDir);
            if (!known.contains(role)) {
                findings.add(file.finding(
                        "service-levels.yaml has no role '" + role + "'", Suggestion.remedy(role, known), "to"));
            }
        }
        if (!findings.isEmpty()) {
            throw new InvalidConfiguration(findings);
        }
        return new AlertRules(role, TimeSpan.of(file.value().after(), AlertRules.USUAL));
    }
}

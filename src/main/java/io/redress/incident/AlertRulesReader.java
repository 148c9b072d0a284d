package io.redress.incident;

import io.redress.configfile.DeclaredNames;
import io.redress.configfile.DurationParser;
import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.Suggestion;
import io.redress.configfile.YamlFile;
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
            Set<String> known = DeclaredNames.roles(configDir);
            if (!known.contains(role)) {
                findings.add(file.finding(
                        "service-levels.yaml has no role '" + role + "'", Suggestion.remedy(role, known), "to"));
            }
        }
        InvalidConfiguration.throwIfAny(findings);
        return new AlertRules(role, DurationParser.parse(file.value().after(), AlertRules.USUAL));
    }
}

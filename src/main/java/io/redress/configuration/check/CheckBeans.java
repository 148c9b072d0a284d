package io.redress.configuration.check;

import io.redress.callback.CallbackRules;
import io.redress.configfile.Check;
import io.redress.configfile.YamlFolder;
import io.redress.delivery.mapping.TargetMappings;
import io.redress.mapping.Mappings;
import io.redress.routes.file.RouteFiles;
import io.redress.servicelevel.ServiceLevels;
import io.redress.servicelevel.calendar.Calendars;
import io.redress.settings.Secrets;
import io.redress.simulation.SimulationSettings;
import io.redress.triage.ExamplesCheck;
import io.redress.web.Pages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What {@code check} looks at besides the routes; each reads its files as the hub does. */
@Configuration(proxyBeanMethods = false)
class CheckBeans {

    /** As text: Spring's conversion to a path makes it absolute, and findings should name files as the user does. */
    private static final String CONFIG = "${redress.config-dir}";

    @Bean
    @BeforeStart
    static Check settingsCheck(Environment environment) {
        return new SettingsCheck(environment);
    }

    @Bean
    @BeforeStart
    static Check otherKeysCheck(Environment environment, @Value("${redress.routes-dir}") String routes) {
        return new FrameworkSettingsCheck(environment, new RouteFiles(Path.of(routes)));
    }

    @Bean
    @BeforeStart
    Check mappingsCheck(@Value(CONFIG) String configDir) {
        Path folder = Path.of(configDir).resolve("mappings");
        return Check.reading("mappings", () -> YamlFolder.files(folder), () -> Mappings.read(folder));
    }

    @Bean
    @BeforeStart
    Check deliveriesCheck(@Value(CONFIG) String configDir) {
        Path folder = TargetMappings.folder(Path.of(configDir));
        return Check.reading("deliveries", () -> YamlFolder.files(folder), () -> TargetMappings.read(folder));
    }

    @Bean
    @BeforeStart
    Check secretsCheck(Secrets secrets) {
        return Check.of("secrets", secrets::files, secrets::findings);
    }

    @Bean
    Check pageTextsCheck(@Value(CONFIG) String configDir) {
        Path folder = Path.of(configDir).resolve("templates").resolve("pages");
        return Check.reading("pages", () -> Pages.files(folder), () -> Pages.check(folder));
    }

    /** Asks the others what they read, when it runs. */
    @Bean
    @BeforeStart
    Check ignoredFilesCheck(ObjectProvider<Check> checks, @Value(CONFIG) String configDir) {
        return new UnusedConfigFilesCheck(
                Path.of(configDir), () -> checks.stream().filter(check -> !(check instanceof UnusedConfigFilesCheck)));
    }

    @Bean
    @BeforeStart
    Check serviceLevelsCheck(@Value(CONFIG) String configDir) {
        Path config = Path.of(configDir);
        return Check.of(
                "service levels",
                () -> Stream.concat(
                                Stream.of(config.resolve("service-levels.yaml")),
                                YamlFolder.files(config.resolve("calendars")).stream())
                        .toList(),
                () -> {
                    var findings = new ArrayList<>(Calendars.mistakes(config));
                    findings.addAll(Check.findings(() -> ServiceLevels.read(config)));
                    return findings;
                });
    }

    @Bean
    Check categoriesCheck(@Value(CONFIG) String configDir) {
        Path config = Path.of(configDir);
        return Check.of(
                "categories and examples", () -> ExamplesCheck.files(config), () -> ExamplesCheck.findings(config));
    }

    @Bean
    Check simulationCheck(@Value(CONFIG) String configDir) {
        Path config = Path.of(configDir);
        Path file = SimulationSettings.file(config);
        return Check.reading("simulation", () -> List.of(file), () -> {
            if (Files.exists(file)) {
                SimulationSettings.read(config);
            }
        });
    }

    @Bean
    Check callbacksCheck(@Value(CONFIG) String configDir, Environment environment) {
        return Check.of(
                "callbacks",
                Path.of(configDir),
                config -> CallbackRules.read(config, zone(environment)),
                "callbacks.yaml");
    }

    /** The shop's zone; a wrong one is the settings' finding, and keeps nobody from judging the callbacks. */
    private static ZoneId zone(Environment environment) {
        try {
            return ZoneId.of(environment.getRequiredProperty("redress.zone"));
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}

package io.redress.configuration.check;

import io.redress.access.BrokerUsersReader;
import io.redress.access.PasswordSource;
import io.redress.apikey.ApiKeysReader;
import io.redress.broker.EmbeddedBroker;
import io.redress.callback.CallbackRules;
import io.redress.callback.list.CallListLayouts;
import io.redress.configfile.Check;
import io.redress.configfile.DeclaredNames;
import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.folder.YamlFolder;
import io.redress.delivery.mapping.TargetMappings;
import io.redress.figures.FigureRules;
import io.redress.identity.SignInReader;
import io.redress.incident.AlertRules;
import io.redress.lookup.LookupRules;
import io.redress.mapping.Mappings;
import io.redress.privacy.RetentionRules;
import io.redress.reply.outgoing.ReplyRules;
import io.redress.routes.check.RouteChecker;
import io.redress.routes.file.RouteFiles;
import io.redress.servicelevel.ServiceLevels;
import io.redress.servicelevel.calendar.Calendars;
import io.redress.settings.Secrets;
import io.redress.simulation.SimulationSettings;
import io.redress.survey.SurveyRules;
import io.redress.triage.ExamplesCheck;
import io.redress.web.Pages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What {@code check} looks at, each part read as the hub reads it. */
@Configuration(proxyBeanMethods = false)
public class CheckBeans {

    /** Names the routes that Camel loads itself; those of the folder are looked at before the start only without it. */
    public static final String CAMEL_LOADS = "camel.main.routes-include-pattern";

    /** As text: Spring's conversion to a path makes it absolute, and findings should name files as the user does. */
    @Bean
    static Check.Plan checkPlan(
            @Value("${redress.config-dir}") String configDir,
            Environment environment,
            Secrets secrets,
            RouteFiles routes,
            RouteChecker checker) {
        Path config = Path.of(configDir);
        Path mappings = config.resolve("mappings");
        Path targets = TargetMappings.folder(config);
        Path pages = config.resolve("templates").resolve("pages");
        var beforeStart = new ArrayList<>(List.of(
                new SettingsCheck(environment),
                new FrameworkSettingsCheck(environment, routes, config),
                Check.of("secrets", secrets::files, secrets::findings)));
        var others = new ArrayList<Check>();
        beforeStart.add(new UnusedConfigFilesCheck(config, () -> Stream.concat(beforeStart.stream(), others.stream())));
        (environment.containsProperty(CAMEL_LOADS) ? others : beforeStart).add(ofRoutes(routes, checker));
        beforeStart.addAll(OtherSystemsChecks.reading(config));
        beforeStart.addAll(List.of(
                Check.reading("mappings", () -> YamlFolder.files(mappings), () -> Mappings.read(mappings)),
                Check.reading("deliveries", () -> YamlFolder.files(targets), () -> TargetMappings.read(targets)),
                serviceLevels(config),
                Check.of("surveys", config, SurveyRules::read, "surveys.yaml"),
                Check.of("lookups", config, LookupRules::read, "lookups.yaml")));
        others.addAll(OtherSystemsChecks.examples(config));
        others.addAll(List.of(
                Check.of(
                        "categories and examples",
                        () -> ExamplesCheck.files(config),
                        () -> ExamplesCheck.findings(config)),
                new SecretExpiryCheck(routes, config, checker.beanCatalog(), InstantSource.system()),
                Check.of("alerts", config, AlertRules::read, "alerts.yaml"),
                new CanaryCheck(config, routes, environment),
                brokerUsers(config, environment),
                apiKeys(config),
                signIn(config, environment),
                callLists(config, environment),
                Check.of(
                        "callbacks", config, folder -> CallbackRules.read(folder, zone(environment)), "callbacks.yaml"),
                Check.of("figures", config, FigureRules::read, "figures.yaml"),
                MailRulesCheck.of(config),
                Check.reading("pages", () -> Pages.files(pages), () -> Pages.check(pages)),
                Check.of("replies", config, ReplyRules::read, ReplyRules.FILE),
                Check.of("retention", config, RetentionRules::read, "retention.yaml"),
                simulation(config),
                new TemplateCheck(config.resolve("templates"), UsedTemplates.CUSTOMERS, UsedTemplates.STAFF)));
        return new Check.Plan(beforeStart, others);
    }

    @Bean
    @ConditionalOnProperty(name = "redress.check-at-start", matchIfMissing = true)
    static BeanFactoryPostProcessor checkBeforeStart() {
        return beans -> {
            var findings = new LinkedHashSet<Finding>();
            beans.getBean(Check.Plan.class).beforeStart().forEach(check -> findings.addAll(check.run()));
            if (!findings.isEmpty()) {
                throw new InvalidConfiguration(List.copyOf(findings));
            }
        };
    }

    private static Check ofRoutes(RouteFiles files, RouteChecker checker) {
        return Check.of("routes", files::paths, () -> {
            var findings = new ArrayList<>(checker.check(files.read()));
            findings.addAll(files.ignored());
            return findings;
        });
    }

    private static Check serviceLevels(Path config) {
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

    private static Check brokerUsers(Path config, Environment environment) {
        String named = environment.getProperty("redress.broker.users", "");
        Path file = named.isBlank() ? BrokerUsersReader.file(config) : Path.of(named);
        String hub = environment.getProperty("redress.broker.url", "").isBlank()
                ? EmbeddedBroker.HUB
                : environment.getRequiredProperty("redress.broker.username");
        return Check.reading("broker users", () -> List.of(file), () -> {
            if (Files.exists(file)) {
                Set<String> categories = DeclaredNames.categories(config);
                new BrokerUsersReader(file, categories, hub, new PasswordSource(null)).read();
            }
        });
    }

    private static Check apiKeys(Path config) {
        Path file = ApiKeysReader.file(config);
        return Check.reading("API keys", () -> List.of(file), () -> {
            if (Files.exists(file)) {
                new ApiKeysReader(file, DeclaredNames.owners(config), DeclaredNames.categories(config), null).read();
            }
        });
    }

    private static Check signIn(Path config, Environment environment) {
        String named = environment.getProperty("redress.console.sign-in-file", "");
        Path file = named.isBlank() ? SignInReader.file(config) : Path.of(named);
        return Check.reading("ways of signing in", () -> List.of(file, SignInReader.file(config)), () -> {
            if (Files.exists(file)) {
                new SignInReader(file, DeclaredNames.owners(config), DeclaredNames.categories(config), null).read();
            }
        });
    }

    private static Check callLists(Path config, Environment environment) {
        Path folder = config.resolve("call-lists");
        String layout = environment.getProperty("redress.call-lists.layout", "");
        return Check.reading("call lists", () -> YamlFolder.files(folder), () -> CallListLayouts.read(folder, layout));
    }

    private static Check simulation(Path config) {
        Path file = SimulationSettings.file(config);
        return Check.reading("simulation", () -> List.of(file), () -> {
            if (Files.exists(file)) {
                SimulationSettings.read(config);
            }
        });
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

package io.redress.configuration.ticket;

import io.redress.configfile.CombinedFindings;
import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.ReloadableRules;
import io.redress.mapping.Mappings;
import io.redress.servicelevel.ServiceLevels;
import io.redress.servicelevel.calendar.Calendars;
import io.redress.settings.HubProperties;
import io.redress.triage.CategoryRules;
import io.redress.triage.DeadlineCalculator;
import io.redress.triage.TriageRules;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules of {@code config/} by which tickets are judged; an edit is in use as soon as it is sound. */
@Configuration(proxyBeanMethods = false)
public class TriageBeans {

    /** What refers to one another and so is read together. */
    public record Rulebook(TriageRules categories, ServiceLevels levels) {

        static Rulebook read(Path config) {
            return CombinedFindings.read(() -> TriageRules.read(config), () -> levels(config), Rulebook::new);
        }

        /** With a look at calendars that nobody names, as {@code check} and the start have it. */
        private static ServiceLevels levels(Path config) {
            return CombinedFindings.read(
                    () -> ServiceLevels.read(config),
                    () -> {
                        List<Finding> mistakes = Calendars.mistakes(config);
                        if (!mistakes.isEmpty()) {
                            throw new InvalidConfiguration(mistakes);
                        }
                        return config;
                    },
                    (levels, folder) -> levels);
        }
    }

    @Bean
    ReloadableRules<Rulebook> rulebook(HubProperties hub, Clock clock) {
        Path config = hub.configDir();
        List<Path> files = Stream.of(
                        "words.yaml",
                        "phrases.yaml",
                        "categories.yaml",
                        "categories.examples.yaml",
                        "service-levels.yaml",
                        "calendars")
                .map(config::resolve)
                .toList();
        return new ReloadableRules<>("categories and service levels", files, () -> Rulebook.read(config), clock);
    }

    @Bean
    CategoryRules categoryRules(ReloadableRules<Rulebook> rulebook) {
        return new CurrentCategoryRules(() -> rulebook.get().categories());
    }

    @Bean
    DeadlineCalculator deadlineCalculator(ReloadableRules<Rulebook> rulebook) {
        return (policy, priority, receivedAt) -> rulebook.get().levels().due(policy, priority, receivedAt);
    }

    @Bean
    ReloadableRules<Mappings> mappingsInUse(Mappings mappings, HubProperties hub, Clock clock) {
        List<Path> folder = List.of(hub.configDir().resolve("mappings"));
        return new ReloadableRules<>(
                "mappings",
                folder,
                () -> {
                    mappings.reload();
                    return mappings;
                },
                clock);
    }
}

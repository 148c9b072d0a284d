package io.redress.configuration.ticket;

import io.redress.configfile.CombinedFindings;
import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.ReloadableRules;
import io.redress.database.DataFolder;
import io.redress.mapping.Mappings;
import io.redress.servicelevel.ServiceLevels;
import io.redress.servicelevel.calendar.Calendars;
import io.redress.settings.HubProperties;
import io.redress.triage.CategoryRules;
import io.redress.triage.DeadlineCalculator;
import io.redress.triage.KeptModels;
import io.redress.triage.TriageRules;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules of {@code config/} by which tickets are judged; an edit is in use as soon as it is sound. */
@Configuration(proxyBeanMethods = false)
public class TriageBeans {

    /** What refers to one another and so is read together. */
    public record Rulebook(TriageRules categories, ServiceLevels levels) {

        static Rulebook read(Path config, KeptModels models) {
            return CombinedFindings.read(() -> TriageRules.read(config, models), () -> levels(config), Rulebook::new);
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
    ReloadableRules<Rulebook> rulebook(HubProperties hub, DataFolder folder, Clock clock) {
        KeptModels models = KeptModels.in(folder.resolve("work"));
        return ReloadableRules.of(
                "categories and service levels",
                hub.configDir(),
                config -> Rulebook.read(config, models),
                clock,
                "words.yaml",
                "phrases.yaml",
                "categories.yaml",
                "categories.examples.yaml",
                "service-levels.yaml",
                "calendars");
    }

    @Bean
    CategoryRules categoryRules(ReloadableRules<Rulebook> rulebook) {
        return new CurrentCategoryRules(() -> rulebook.get().categories());
    }

    @Bean
    Supplier<ServiceLevels> serviceLevels(ReloadableRules<Rulebook> rulebook) {
        return () -> rulebook.get().levels();
    }

    @Bean
    DeadlineCalculator deadlineCalculator(ReloadableRules<Rulebook> rulebook) {
        return (policy, priority, receivedAt) -> rulebook.get().levels().due(policy, priority, receivedAt);
    }

    @Bean
    ReloadableRules<Mappings> mappingsInUse(Mappings mappings, HubProperties hub, Clock clock) {
        return ReloadableRules.inPlace("mappings", hub.configDir(), mappings, Mappings::reload, clock);
    }
}

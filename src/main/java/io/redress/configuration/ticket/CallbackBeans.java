package io.redress.configuration.ticket;

import io.redress.callback.CallableNumbers;
import io.redress.callback.CallbackRules;
import io.redress.callback.list.CallListLayouts;
import io.redress.callback.list.CallResultFiles;
import io.redress.callback.page.CallbackPage;
import io.redress.callback.workflow.Appointments;
import io.redress.callback.workflow.CallOutcomeHandler;
import io.redress.callback.workflow.CallbackBookingService;
import io.redress.callback.workflow.CallbackCompletion;
import io.redress.callback.workflow.CallbackOutcomes;
import io.redress.callback.workflow.CallbackPlanner;
import io.redress.callback.workflow.CallbackStep;
import io.redress.callback.workflow.CallbackSteps;
import io.redress.configfile.Check;
import io.redress.configfile.ReloadableRules;
import io.redress.configfile.YamlFolder;
import io.redress.due.DueStep;
import io.redress.ledger.callback.CallLists;
import io.redress.ledger.callback.CallbackQueries;
import io.redress.ledger.callback.LedgerCallTickets;
import io.redress.ledger.callback.SqlCallbacks;
import io.redress.ledger.callback.SqlSlotPlaces;
import io.redress.mapping.PhoneNumbers;
import io.redress.reply.MessageTemplate;
import io.redress.settings.CallbackSettings;
import io.redress.settings.HubProperties;
import io.redress.settings.ticket.CallListSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Calls to customers, from their planning to their outcome, and the lists that diallers get and hand back. */
@Configuration(proxyBeanMethods = false)
@Import({
    Appointments.class,
    CallLists.class,
    CallOutcomeHandler.class,
    CallbackBookingService.class,
    CallbackCompletion.class,
    CallbackOutcomes.class,
    CallbackPage.class,
    CallbackPlanner.class,
    CallbackQueries.class,
    CallbackSteps.class,
    LedgerCallTickets.class,
    SqlCallbacks.class,
    SqlSlotPlaces.class
})
class CallbackBeans {

    private static final String LISTS = "call-lists";

    @Bean
    ReloadableRules<CallbackRules> callbackRules(HubProperties hub, Clock clock) {
        return ReloadableRules.of(
                "callbacks",
                hub.configDir(),
                config -> CallbackRules.read(config, hub.zone()),
                clock,
                "callbacks.yaml",
                "calendars");
    }

    /** Where numbers without a country code are. */
    @Bean
    PhoneNumbers phoneNumbers(CallbackSettings settings) {
        return new PhoneNumbers(settings.phoneRegion());
    }

    @Bean
    Supplier<CallableNumbers> callableNumbers(CallbackSettings settings, ReloadableRules<CallbackRules> rules) {
        return () -> CallableNumbers.of(
                settings.phoneRegion(),
                settings.regions(),
                rules.get().customers().zones().keySet());
    }

    @Bean
    DueStep callbackStep(CallbackSteps steps) {
        return CallbackStep.call(steps);
    }

    @Bean
    DueStep callbackPoolStep(CallbackSteps steps) {
        return CallbackStep.pool(steps);
    }

    @Bean
    DueStep callbackUnreportedStep(CallbackSteps steps) {
        return CallbackStep.unreported(steps);
    }

    @Bean
    DueStep callbackNoneStep(CallbackSteps steps) {
        return CallbackStep.none(steps);
    }

    @Bean
    MessageTemplate callbackMissedTemplate() {
        return new MessageTemplate("callback-missed", Set.of(), true);
    }

    /** A layout that is set but not there stops the start, and every reload. */
    @Bean
    ReloadableRules<CallListLayouts> callListLayouts(HubProperties hub, CallListSettings settings, Clock clock) {
        return ReloadableRules.of(
                "call lists", hub.configDir(), config -> layouts(config, settings.layout()), clock, LISTS);
    }

    @Bean
    CallLists.Plan callListPlan(CallListSettings settings, HubProperties hub) {
        return new CallLists.Plan(settings.layout(), settings.every(), hub.zone());
    }

    @Bean
    CallResultFiles callResultFiles(
            CallbackOutcomes outcomes, ReloadableRules<CallListLayouts> layouts, HubProperties hub, Clock clock) {
        Path work = hub.dataDir().resolve("work").resolve("callback-results");
        return new CallResultFiles(outcomes, layouts, work, clock, hub.zone());
    }

    @Bean
    static Check callListsCheck(
            @Value("${redress.config-dir}") String configDir, @Value("${redress.call-lists.layout}") String layout) {
        Path config = Path.of(configDir);
        return Check.reading(
                "call lists", () -> YamlFolder.files(config.resolve(LISTS)), () -> layouts(config, layout));
    }

    private static CallListLayouts layouts(Path config, String layout) {
        CallListLayouts layouts = CallListLayouts.read(config.resolve(LISTS));
        if (!layout.isBlank()) {
            layouts.get(layout);
        }
        return layouts;
    }
}

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
import io.redress.configfile.ReloadableRules;
import io.redress.due.DueStep;
import io.redress.ledger.callback.CallLists;
import io.redress.ledger.callback.CallbackQueries;
import io.redress.ledger.callback.LedgerCallTickets;
import io.redress.ledger.callback.SqlCallbacks;
import io.redress.ledger.callback.SqlSlotPlaces;
import io.redress.mapping.PhoneNumbers;
import io.redress.settings.CallbackSettings;
import io.redress.settings.HubProperties;
import io.redress.settings.ticket.CallListSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
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

    /** A layout that is set but not there stops the start, and every reload. */
    @Bean
    ReloadableRules<CallListLayouts> callListLayouts(HubProperties hub, CallListSettings settings, Clock clock) {
        Path folder = hub.configDir().resolve("call-lists");
        return new ReloadableRules<>(
                "call lists", List.of(folder), () -> CallListLayouts.read(folder, settings.layout()), clock);
    }

    @Bean
    CallResultFiles callResultFiles(
            CallbackOutcomes outcomes, ReloadableRules<CallListLayouts> layouts, HubProperties hub, Clock clock) {
        Path work = hub.dataDir().resolve("work").resolve("callback-results");
        return new CallResultFiles(outcomes, layouts, work, clock, hub.zone());
    }
}

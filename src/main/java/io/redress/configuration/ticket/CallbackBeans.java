package io.redress.configuration.ticket;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.access.TicketPermissions;
import io.redress.callback.CallableNumbers;
import io.redress.callback.CallbackBookings;
import io.redress.callback.CallbackRules;
import io.redress.callback.page.CallbackPage;
import io.redress.callback.workflow.Appointments;
import io.redress.callback.workflow.CallOutcomeHandler;
import io.redress.callback.workflow.CallbackBookingService;
import io.redress.callback.workflow.CallbackCompletion;
import io.redress.callback.workflow.CallbackOutcomes;
import io.redress.callback.workflow.CallbackPlanner;
import io.redress.callback.workflow.CallbackStep;
import io.redress.callback.workflow.CallbackSteps;
import io.redress.callback.workflow.CallbackTickets;
import io.redress.callback.workflow.Callbacks;
import io.redress.callback.workflow.SlotCapacity;
import io.redress.configfile.ReloadableRules;
import io.redress.due.DueStep;
import io.redress.due.DueWorkPlanner;
import io.redress.due.Transactions;
import io.redress.ledger.callback.CallbackQueries;
import io.redress.ledger.callback.LedgerCallTickets;
import io.redress.ledger.callback.SqlCallbacks;
import io.redress.ledger.callback.SqlSlotPlaces;
import io.redress.ledger.ticket.TicketRows;
import io.redress.lifecycle.TicketLifecycle;
import io.redress.mapping.PhoneNumbers;
import io.redress.reply.MessageTemplate;
import io.redress.reply.Messages;
import io.redress.settings.CallbackSettings;
import io.redress.settings.HubProperties;
import io.redress.status.CustomerViews;
import io.redress.status.StatusAccess;
import io.redress.status.StatusLinks;
import io.redress.web.Pages;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Calls to customers, from their planning to their outcome. */
@Configuration(proxyBeanMethods = false)
class CallbackBeans {

    @Bean
    ReloadableRules<CallbackRules> callbackRules(HubProperties hub, Clock clock) {
        Path config = hub.configDir();
        List<Path> files = List.of(config.resolve("callbacks.yaml"), config.resolve("calendars"));
        return new ReloadableRules<>("callbacks", files, () -> CallbackRules.read(config, hub.zone()), clock);
    }

    @Bean
    CallbackTickets callbackTickets(
            JdbcClient jdbc,
            ObjectMapper json,
            TicketRows history,
            ReloadableRules<CallbackRules> rules,
            CallbackSettings settings,
            Clock clock) {
        Supplier<CallableNumbers> numbers = () -> CallableNumbers.of(
                settings.phoneRegion(),
                settings.regions(),
                rules.get().customers().zones().keySet());
        return new LedgerCallTickets(jdbc, json, history, numbers, clock);
    }

    @Bean
    Callbacks callbackRows(JdbcClient jdbc, Clock clock) {
        return new SqlCallbacks(jdbc, clock);
    }

    @Bean
    CallbackQueries callbackQueries(JdbcClient jdbc, Clock clock) {
        return new CallbackQueries(jdbc, clock);
    }

    @Bean
    SlotCapacity slotCapacity(JdbcClient jdbc, Clock clock) {
        return new SqlSlotPlaces(jdbc, clock);
    }

    @Bean
    Appointments appointments(
            Callbacks rows,
            SlotCapacity places,
            DueWorkPlanner dueWorkPlanner,
            ReloadableRules<CallbackRules> rules,
            Clock clock) {
        return new Appointments(rows, places, dueWorkPlanner, rules, clock);
    }

    @Bean
    CallbackPlanner callbackPlanner(
            CallbackTickets tickets,
            Callbacks rows,
            Appointments appointments,
            DueWorkPlanner dueWorkPlanner,
            Clock clock,
            HubProperties hub) {
        return new CallbackPlanner(tickets, rows, appointments, dueWorkPlanner, clock, hub.zone());
    }

    @Bean
    CallbackCompletion callbackCompletion(CallbackTickets tickets, TicketLifecycle ticketLifecycle, Clock clock) {
        return new CallbackCompletion(tickets, ticketLifecycle, clock);
    }

    @Bean
    CallbackOutcomes callbackOutcomes(
            Transactions transactions,
            CallbackTickets tickets,
            Callbacks rows,
            Appointments appointments,
            CallbackCompletion end,
            Messages messages,
            Clock clock) {
        return new CallbackOutcomes(transactions, tickets, rows, appointments, end, messages, clock);
    }

    @Bean
    CallOutcomeHandler callOutcomeHandler(
            CallbackOutcomes outcomes, TicketPermissions permissions, ObjectMapper json, Clock clock) {
        return new CallOutcomeHandler(outcomes, permissions, json, clock);
    }

    @Bean
    CallbackSteps callbackSteps(
            CallbackTickets tickets,
            Callbacks rows,
            Appointments appointments,
            CallbackOutcomes outcomes,
            CallbackCompletion end,
            ObjectMapper json,
            Clock clock) {
        return new CallbackSteps(tickets, rows, appointments, outcomes, end, json, clock);
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

    @Bean
    CallbackBookings callbackBookings(
            Transactions transactions,
            CallbackTickets tickets,
            Callbacks rows,
            SlotCapacity places,
            Appointments appointments,
            CallbackSettings settings,
            Clock clock) {
        return new CallbackBookingService(
                transactions, tickets, rows, places, appointments, new PhoneNumbers(settings.phoneRegion()), clock);
    }

    @Bean
    CallbackPage callbackPage(
            Pages pages,
            StatusAccess access,
            StatusLinks links,
            CustomerViews views,
            CallbackBookings bookings,
            HubProperties hub) {
        return new CallbackPage(pages, access, links, views, bookings, hub.zone());
    }
}

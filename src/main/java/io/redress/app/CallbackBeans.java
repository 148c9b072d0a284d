package io.redress.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.access.SenderRights;
import io.redress.callback.CallbackBookings;
import io.redress.callback.CallbackRules;
import io.redress.callback.page.CallbackPage;
import io.redress.callback.workflow.Appointments;
import io.redress.callback.workflow.Booking;
import io.redress.callback.workflow.CallStep;
import io.redress.callback.workflow.CallSteps;
import io.redress.callback.workflow.CallTickets;
import io.redress.callback.workflow.CallbackEnd;
import io.redress.callback.workflow.CallbackOutcomes;
import io.redress.callback.workflow.CallbackPlanner;
import io.redress.callback.workflow.Callbacks;
import io.redress.callback.workflow.OutcomeDesk;
import io.redress.callback.workflow.SlotPlaces;
import io.redress.config.ReloadableRules;
import io.redress.due.Agenda;
import io.redress.due.DueStep;
import io.redress.due.Transactions;
import io.redress.ledger.TicketRows;
import io.redress.ledger.callback.CallbackQueries;
import io.redress.ledger.callback.LedgerCallTickets;
import io.redress.ledger.callback.SqlCallbacks;
import io.redress.ledger.callback.SqlSlotPlaces;
import io.redress.lifecycle.Lifecycle;
import io.redress.mapping.PhoneNumbers;
import io.redress.reply.MessageTemplate;
import io.redress.reply.Messages;
import io.redress.status.CustomerViews;
import io.redress.status.StatusAccess;
import io.redress.status.StatusLinks;
import io.redress.web.Pages;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Calls to customers, from their planning to their outcome. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CallbackSettings.class)
class CallbackBeans {

    @Bean
    ReloadableRules<CallbackRules> callbackRules(HubProperties hub, Clock clock) {
        Path config = hub.configDir();
        List<Path> files = List.of(config.resolve("callbacks.yaml"), config.resolve("calendars"));
        return new ReloadableRules<>("callbacks", files, () -> CallbackRules.read(config, hub.zone()), clock);
    }

    @Bean
    CallTickets callTickets(
            JdbcClient jdbc,
            ObjectMapper json,
            TicketRows history,
            ReloadableRules<CallbackRules> rules,
            CallbackSettings settings,
            @Value("${redress.callbacks.phone-region:CN}") String home,
            Clock clock) {
        return new LedgerCallTickets(
                jdbc, json, history, () -> settings.numbers(home, rules.get().customers()), clock);
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
    SlotPlaces slotPlaces(JdbcClient jdbc, Clock clock) {
        return new SqlSlotPlaces(jdbc, clock);
    }

    @Bean
    Appointments appointments(
            Callbacks rows, SlotPlaces places, Agenda agenda, ReloadableRules<CallbackRules> rules, Clock clock) {
        return new Appointments(rows, places, agenda, rules, clock);
    }

    @Bean
    CallbackPlanner callbackPlanner(
            CallTickets tickets,
            Callbacks rows,
            Appointments appointments,
            Agenda agenda,
            Clock clock,
            HubProperties hub) {
        return new CallbackPlanner(tickets, rows, appointments, agenda, clock, hub.zone());
    }

    @Bean
    CallbackEnd callbackEnd(CallTickets tickets, Lifecycle lifecycle, Clock clock) {
        return new CallbackEnd(tickets, lifecycle, clock);
    }

    @Bean
    CallbackOutcomes callbackOutcomes(
            Transactions transactions,
            CallTickets tickets,
            Callbacks rows,
            Appointments appointments,
            CallbackEnd end,
            Messages messages,
            Clock clock) {
        return new CallbackOutcomes(transactions, tickets, rows, appointments, end, messages, clock);
    }

    @Bean
    OutcomeDesk outcomeDesk(CallbackOutcomes outcomes, SenderRights rights, ObjectMapper json, Clock clock) {
        return new OutcomeDesk(outcomes, rights, json, clock);
    }

    @Bean
    CallSteps callSteps(
            CallTickets tickets,
            Callbacks rows,
            Appointments appointments,
            CallbackOutcomes outcomes,
            CallbackEnd end,
            ObjectMapper json,
            Clock clock) {
        return new CallSteps(tickets, rows, appointments, outcomes, end, json, clock);
    }

    @Bean
    DueStep callbackStep(CallSteps steps) {
        return CallStep.call(steps);
    }

    @Bean
    DueStep callbackPoolStep(CallSteps steps) {
        return CallStep.pool(steps);
    }

    @Bean
    DueStep callbackUnreportedStep(CallSteps steps) {
        return CallStep.unreported(steps);
    }

    @Bean
    DueStep callbackNoneStep(CallSteps steps) {
        return CallStep.none(steps);
    }

    @Bean
    MessageTemplate callbackMissedTemplate() {
        return new MessageTemplate("callback-missed", Set.of(), true);
    }

    @Bean
    CallbackBookings callbackBookings(
            Transactions transactions,
            CallTickets tickets,
            Callbacks rows,
            SlotPlaces places,
            Appointments appointments,
            @Value("${redress.callbacks.phone-region:CN}") String region,
            Clock clock) {
        return new Booking(transactions, tickets, rows, places, appointments, new PhoneNumbers(region), clock);
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

package io.redress.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.access.SenderRights;
import io.redress.callback.CallbackBookings;
import io.redress.callback.CallbackRules;
import io.redress.callback.page.CallbackPage;
import io.redress.config.ReloadableRules;
import io.redress.due.Agenda;
import io.redress.due.DueStep;
import io.redress.ledger.TicketRows;
import io.redress.ledger.callback.Appointments;
import io.redress.ledger.callback.Booking;
import io.redress.ledger.callback.CallStep;
import io.redress.ledger.callback.CallSteps;
import io.redress.ledger.callback.CallTickets;
import io.redress.ledger.callback.CallbackEnd;
import io.redress.ledger.callback.CallbackOutcomes;
import io.redress.ledger.callback.CallbackPlanner;
import io.redress.ledger.callback.CallbackQueries;
import io.redress.ledger.callback.CallbackRows;
import io.redress.ledger.callback.OutcomeDesk;
import io.redress.ledger.callback.SlotPlaces;
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
import org.springframework.transaction.support.TransactionTemplate;

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
        return new CallTickets(
                jdbc, json, history, () -> settings.numbers(home, rules.get().customers()), clock);
    }

    @Bean
    CallbackRows callbackRows(JdbcClient jdbc, Clock clock) {
        return new CallbackRows(jdbc, clock);
    }

    @Bean
    CallbackQueries callbackQueries(JdbcClient jdbc, Clock clock) {
        return new CallbackQueries(jdbc, clock);
    }

    @Bean
    SlotPlaces slotPlaces(JdbcClient jdbc, Clock clock) {
        return new SlotPlaces(jdbc, clock);
    }

    @Bean
    Appointments appointments(
            CallbackRows rows, SlotPlaces places, Agenda agenda, ReloadableRules<CallbackRules> rules, Clock clock) {
        return new Appointments(rows, places, agenda, rules, clock);
    }

    @Bean
    CallbackPlanner callbackPlanner(
            CallTickets tickets,
            CallbackRows rows,
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
            TransactionTemplate transaction,
            CallTickets tickets,
            CallbackRows rows,
            Appointments appointments,
            CallbackEnd end,
            Messages messages,
            Clock clock) {
        return new CallbackOutcomes(transaction, tickets, rows, appointments, end, messages, clock);
    }

    @Bean
    OutcomeDesk outcomeDesk(CallbackOutcomes outcomes, SenderRights rights, ObjectMapper json, Clock clock) {
        return new OutcomeDesk(outcomes, rights, json, clock);
    }

    @Bean
    CallSteps callSteps(
            CallTickets tickets,
            CallbackRows rows,
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
            TransactionTemplate transaction,
            CallTickets tickets,
            CallbackRows rows,
            SlotPlaces places,
            Appointments appointments,
            @Value("${redress.callbacks.phone-region:CN}") String region,
            Clock clock) {
        return new Booking(transaction, tickets, rows, places, appointments, new PhoneNumbers(region), clock);
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

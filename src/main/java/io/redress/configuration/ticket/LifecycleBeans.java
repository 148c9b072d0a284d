package io.redress.configuration.ticket;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.access.TicketPermissions;
import io.redress.configfile.ReloadableRules;
import io.redress.configuration.ticket.TriageBeans.Rulebook;
import io.redress.due.DueStep;
import io.redress.due.DueWorkPlanner;
import io.redress.due.Transactions;
import io.redress.ledger.due.DueWork;
import io.redress.ledger.due.DueWorkHandler;
import io.redress.ledger.servicelevel.SqlClocks;
import io.redress.ledger.ticket.LedgerQueueNotifications;
import io.redress.ledger.ticket.SqlTicketStatusRepository;
import io.redress.ledger.ticket.TicketQueries;
import io.redress.ledger.ticket.TicketRows;
import io.redress.lifecycle.QueueNotifications;
import io.redress.lifecycle.StatusListener;
import io.redress.lifecycle.TicketHistory;
import io.redress.lifecycle.TicketLifecycle;
import io.redress.lifecycle.TicketStatusRepository;
import io.redress.lifecycle.update.Reclassification;
import io.redress.lifecycle.update.TicketUpdateHandler;
import io.redress.lifecycle.update.TicketUpdates;
import io.redress.reply.CustomerNotifications;
import io.redress.reply.Messages;
import io.redress.reply.text.CustomerTextFilter;
import io.redress.servicelevel.ServiceLevels;
import io.redress.servicelevel.clock.Clocks;
import io.redress.servicelevel.clock.Deadlines;
import io.redress.servicelevel.clock.PriorityAlert;
import io.redress.servicelevel.clock.SlaClockStep;
import io.redress.servicelevel.clock.SlaRecalculation;
import io.redress.servicelevel.clock.SlaThresholds;
import io.redress.servicelevel.clock.TicketClocks;
import io.redress.triage.CategoryRules;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens to a ticket after it was opened: updates, clocks, warnings, escalations. */
@Configuration(proxyBeanMethods = false)
class LifecycleBeans {

    @Bean
    TicketStatusRepository ticketStatusRepository(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        return new SqlTicketStatusRepository(jdbc, json, clock);
    }

    @Bean
    LedgerQueueNotifications queueNotifications(
            DueWorkPlanner dueWorkPlanner,
            TicketQueries tickets,
            TicketStatusRepository statuses,
            ObjectMapper json,
            Clock clock) {
        return new LedgerQueueNotifications(dueWorkPlanner, tickets, statuses, json, clock);
    }

    @Bean
    DueStep newsStep(LedgerQueueNotifications notifications) {
        return notifications.news();
    }

    @Bean
    DueStep handOverStep(LedgerQueueNotifications notifications) {
        return notifications.handOvers();
    }

    @Bean
    SlaThresholds slaThresholds(ReloadableRules<Rulebook> rulebook) {
        return new SlaThresholds(levels(rulebook));
    }

    @Bean
    SqlClocks clocks(JdbcClient jdbc, DueWork agenda) {
        return new SqlClocks(jdbc, agenda);
    }

    @Bean
    PriorityAlert priorityAlert(
            ReloadableRules<Rulebook> rulebook, QueueNotifications notifications, Messages messages, Clock clock) {
        return new PriorityAlert(levels(rulebook), notifications, messages, clock);
    }

    @Bean
    TicketClocks ticketClocks(
            Clocks kept, SlaThresholds limits, DueWorkPlanner dueWorkPlanner, TicketHistory history, Clock clock) {
        return new TicketClocks(kept, limits, dueWorkPlanner, history, clock);
    }

    @Bean
    DueStep slaClockStep(
            Clocks kept,
            SlaThresholds limits,
            TicketClocks clocks,
            TicketStatusRepository statuses,
            TicketHistory history,
            QueueNotifications notifications,
            Messages messages,
            Clock clock) {
        return new SlaClockStep(kept, limits, clocks, statuses, history, notifications, messages, clock);
    }

    @Bean
    TicketLifecycle ticketLifecycle(
            Transactions transactions,
            TicketStatusRepository statuses,
            TicketHistory history,
            CategoryRules rules,
            TicketClocks clocks,
            QueueNotifications notifications,
            PriorityAlert alert,
            CustomerNotifications customers,
            CustomerTextFilter words,
            List<StatusListener> listeners,
            Clock clock) {
        var reclassification = new Reclassification(rules, statuses, clocks, notifications, alert);
        return new TicketUpdates(
                transactions, statuses, history, reclassification, clocks, customers, words, listeners, clock);
    }

    @Bean
    StatusListener reopeningAnnouncement(LedgerQueueNotifications notifications) {
        return notifications.reopenings();
    }

    @Bean
    TicketUpdateHandler ticketUpdateHandler(
            TicketLifecycle ticketLifecycle, TicketPermissions permissions, ObjectMapper json, Clock clock) {
        return new TicketUpdateHandler(ticketLifecycle, permissions, json, clock);
    }

    @Bean
    DueWorkHandler dueWorkHandler(
            TransactionTemplate transaction,
            JdbcClient jdbc,
            ObjectMapper json,
            List<DueStep> steps,
            DueWork due,
            TicketRows tickets) {
        return new DueWorkHandler(transaction, jdbc, json, steps, due, tickets);
    }

    @Bean
    Deadlines deadlinesExplained(Clocks kept, SlaThresholds limits) {
        return new Deadlines(kept, limits);
    }

    @Bean
    SlaRecalculation slaRecalculation(
            Transactions transactions, TicketStatusRepository statuses, Clocks kept, TicketClocks clocks) {
        return new SlaRecalculation(transactions, statuses, kept, clocks);
    }

    /** Deadlines follow calendars and service levels, whether these were edited while the hub ran or while it did not. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> deadlinesFollowTheRules(
            SlaRecalculation recalculation, ReloadableRules<Rulebook> rulebook) {
        return ready -> {
            Runnable follow = () -> recalculation.all("calendar or service levels were changed");
            rulebook.onReload(follow);
            Thread start = new Thread(follow, "recalculation");
            start.setDaemon(true);
            start.start();
        };
    }

    private static Supplier<ServiceLevels> levels(ReloadableRules<Rulebook> rulebook) {
        return () -> rulebook.get().levels();
    }
}

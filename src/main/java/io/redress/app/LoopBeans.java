package io.redress.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.access.SenderRights;
import io.redress.app.TriageBeans.Rulebook;
import io.redress.config.ReloadableRules;
import io.redress.due.Agenda;
import io.redress.due.DueStep;
import io.redress.due.Transactions;
import io.redress.ledger.DueDesk;
import io.redress.ledger.DueWork;
import io.redress.ledger.LedgerQueueNotifications;
import io.redress.ledger.PlannedMessages;
import io.redress.ledger.SqlClocks;
import io.redress.ledger.SqlTicketStatusRepository;
import io.redress.ledger.TicketQueries;
import io.redress.ledger.TicketRows;
import io.redress.lifecycle.Lifecycle;
import io.redress.lifecycle.QueueNotifications;
import io.redress.lifecycle.StatusListener;
import io.redress.lifecycle.TicketHistory;
import io.redress.lifecycle.TicketStatusRepository;
import io.redress.lifecycle.update.Reclassification;
import io.redress.lifecycle.update.TicketUpdates;
import io.redress.lifecycle.update.UpdateDesk;
import io.redress.reply.CustomerNews;
import io.redress.reply.CustomerWords;
import io.redress.reply.Messages;
import io.redress.servicelevel.Role;
import io.redress.servicelevel.ServiceLevels;
import io.redress.servicelevel.clock.ClockStep;
import io.redress.servicelevel.clock.Clocks;
import io.redress.servicelevel.clock.Deadlines;
import io.redress.servicelevel.clock.Marks;
import io.redress.servicelevel.clock.PriorityAlarm;
import io.redress.servicelevel.clock.Recalculation;
import io.redress.servicelevel.clock.TicketClocks;
import io.redress.triage.CategoryRules;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens to a ticket after it was opened: updates, clocks, warnings, escalations, messages. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({LoopSettings.class, MessageSettings.class})
class LoopBeans {

    @Bean
    TicketStatusRepository ticketStatusRepository(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        return new SqlTicketStatusRepository(jdbc, json, clock);
    }

    @Bean
    LedgerQueueNotifications queueNotifications(
            Agenda agenda, TicketQueries tickets, TicketStatusRepository statuses, ObjectMapper json, Clock clock) {
        return new LedgerQueueNotifications(agenda, tickets, statuses, json, clock);
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
    PlannedMessages plannedMessages(DueWork due, ObjectMapper json, ReloadableRules<Rulebook> rulebook) {
        return new PlannedMessages(due, json, role -> {
            Role known = rulebook.get().levels().roles().get(role);
            return known == null ? List.of() : known.mail();
        });
    }

    @Bean
    Marks marks(ReloadableRules<Rulebook> rulebook) {
        return new Marks(levels(rulebook));
    }

    @Bean
    SqlClocks clocks(JdbcClient jdbc, DueWork agenda) {
        return new SqlClocks(jdbc, agenda);
    }

    @Bean
    PriorityAlarm priorityAlarm(
            ReloadableRules<Rulebook> rulebook, QueueNotifications notifications, Messages messages, Clock clock) {
        return new PriorityAlarm(levels(rulebook), notifications, messages, clock);
    }

    @Bean
    TicketClocks ticketClocks(Clocks kept, Marks marks, Agenda agenda, TicketHistory history, Clock clock) {
        return new TicketClocks(kept, marks, agenda, history, clock);
    }

    @Bean
    DueStep clockStep(
            Clocks kept,
            Marks marks,
            TicketClocks clocks,
            TicketStatusRepository statuses,
            TicketHistory history,
            QueueNotifications notifications,
            Messages messages,
            Clock clock) {
        return new ClockStep(kept, marks, clocks, statuses, history, notifications, messages, clock);
    }

    @Bean
    CustomerWords customerWords(MessageSettings settings, HubProperties hub) {
        return settings.linkHosts().isEmpty()
                ? CustomerWords.ofHub(hub.publicUrl())
                : new CustomerWords(settings.linkHosts());
    }

    @Bean
    CustomerNews customerNews(Messages messages, LoopSettings settings, Clock clock) {
        return new CustomerNews(messages, settings.tellCustomer(), clock);
    }

    @Bean
    Lifecycle lifecycle(
            Transactions transactions,
            TicketStatusRepository statuses,
            TicketHistory history,
            CategoryRules rules,
            TicketClocks clocks,
            QueueNotifications notifications,
            PriorityAlarm alarm,
            CustomerNews news,
            CustomerWords words,
            List<StatusListener> listeners,
            Clock clock) {
        var reclassification = new Reclassification(rules, statuses, clocks, notifications, alarm);
        return new TicketUpdates(
                transactions, statuses, history, reclassification, clocks, news, words, listeners, clock);
    }

    @Bean
    StatusListener reopeningAnnouncement(LedgerQueueNotifications notifications) {
        return notifications.reopenings();
    }

    @Bean
    UpdateDesk updateDesk(Lifecycle lifecycle, SenderRights rights, ObjectMapper json, Clock clock) {
        return new UpdateDesk(lifecycle, rights, json, clock);
    }

    @Bean
    DueDesk dueDesk(
            TransactionTemplate transaction,
            JdbcClient jdbc,
            ObjectMapper json,
            List<DueStep> steps,
            DueWork due,
            TicketRows tickets) {
        return new DueDesk(transaction, jdbc, json, steps, due, tickets);
    }

    @Bean
    Deadlines deadlinesExplained(Clocks kept, Marks marks) {
        return new Deadlines(kept, marks);
    }

    @Bean
    Recalculation recalculation(
            Transactions transactions, TicketStatusRepository statuses, Clocks kept, TicketClocks clocks) {
        return new Recalculation(transactions, statuses, kept, clocks);
    }

    /** Deadlines follow calendars and service levels, whether these were edited while the hub ran or while it did not. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> deadlinesFollowTheRules(
            Recalculation recalculation, ReloadableRules<Rulebook> rulebook) {
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

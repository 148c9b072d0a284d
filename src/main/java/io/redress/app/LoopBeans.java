package io.redress.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.access.SenderRights;
import io.redress.app.TriageBeans.Rulebook;
import io.redress.config.ReloadableRules;
import io.redress.due.Agenda;
import io.redress.due.DueStep;
import io.redress.ledger.Announcements;
import io.redress.ledger.ClockRows;
import io.redress.ledger.ClockStep;
import io.redress.ledger.Deadlines;
import io.redress.ledger.DueDesk;
import io.redress.ledger.DueWork;
import io.redress.ledger.Marks;
import io.redress.ledger.PlannedMessages;
import io.redress.ledger.PriorityAlarm;
import io.redress.ledger.Recalculation;
import io.redress.ledger.Reclassification;
import io.redress.ledger.Standings;
import io.redress.ledger.TicketClocks;
import io.redress.ledger.TicketQueries;
import io.redress.ledger.TicketRows;
import io.redress.ledger.TicketUpdates;
import io.redress.ledger.UpdateDesk;
import io.redress.lifecycle.Lifecycle;
import io.redress.lifecycle.StatusListener;
import io.redress.reply.CustomerNews;
import io.redress.reply.CustomerWords;
import io.redress.reply.Messages;
import io.redress.servicelevel.Role;
import io.redress.servicelevel.ServiceLevels;
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
    Standings standings(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        return new Standings(jdbc, json, clock);
    }

    @Bean
    Announcements announcements(
            Agenda agenda, TicketQueries tickets, Standings standings, ObjectMapper json, Clock clock) {
        return new Announcements(agenda, tickets, standings, json, clock);
    }

    @Bean
    DueStep newsStep(Announcements announcements) {
        return announcements.news();
    }

    @Bean
    DueStep handOverStep(Announcements announcements) {
        return announcements.handOvers();
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
    ClockRows clockRows(JdbcClient jdbc) {
        return new ClockRows(jdbc);
    }

    @Bean
    PriorityAlarm priorityAlarm(
            ReloadableRules<Rulebook> rulebook, Announcements announcements, Messages messages, Clock clock) {
        return new PriorityAlarm(levels(rulebook), announcements, messages, clock);
    }

    @Bean
    TicketClocks ticketClocks(
            JdbcClient jdbc, ClockRows rows, Marks marks, DueWork agenda, TicketRows tickets, Clock clock) {
        return new TicketClocks(jdbc, rows, marks, agenda, tickets, clock);
    }

    @Bean
    DueStep clockStep(
            ClockRows rows,
            Marks marks,
            TicketClocks clocks,
            Standings standings,
            TicketRows tickets,
            Announcements announcements,
            Messages messages,
            Clock clock) {
        return new ClockStep(rows, marks, clocks, standings, tickets, announcements, messages, clock);
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
            TransactionTemplate transaction,
            Standings standings,
            TicketRows tickets,
            CategoryRules rules,
            TicketClocks clocks,
            Announcements announcements,
            PriorityAlarm alarm,
            CustomerNews news,
            CustomerWords words,
            List<StatusListener> listeners,
            Clock clock) {
        var reclassification = new Reclassification(rules, standings, clocks, announcements, alarm);
        return new TicketUpdates(
                transaction, standings, tickets, reclassification, clocks, news, words, listeners, clock);
    }

    @Bean
    StatusListener reopeningAnnouncement(Announcements announcements) {
        return announcements.reopenings();
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
    Deadlines deadlinesExplained(ClockRows rows, Marks marks) {
        return new Deadlines(rows, marks);
    }

    @Bean
    Recalculation recalculation(
            TransactionTemplate transaction, Standings standings, ClockRows rows, TicketClocks clocks) {
        return new Recalculation(transaction, standings, rows, clocks);
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

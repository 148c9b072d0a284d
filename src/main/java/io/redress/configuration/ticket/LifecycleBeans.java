package io.redress.configuration.ticket;

import io.redress.configfile.ReloadableRules;
import io.redress.configuration.ticket.TriageBeans.Rulebook;
import io.redress.due.DueStep;
import io.redress.ledger.due.DueWorkHandler;
import io.redress.ledger.servicelevel.SqlSlaClocks;
import io.redress.ledger.ticket.LedgerQueueNotifications;
import io.redress.ledger.ticket.SqlTicketOwnership;
import io.redress.ledger.ticket.SqlTicketStatusRepository;
import io.redress.ledger.ticket.StatusLinkRows;
import io.redress.lifecycle.StatusListener;
import io.redress.lifecycle.update.Reclassification;
import io.redress.lifecycle.update.TicketUpdateHandler;
import io.redress.lifecycle.update.TicketUpdates;
import io.redress.servicelevel.clock.DeadlineExplainer;
import io.redress.servicelevel.clock.PriorityAlert;
import io.redress.servicelevel.clock.SlaClockStep;
import io.redress.servicelevel.clock.SlaRecalculation;
import io.redress.servicelevel.clock.SlaThresholds;
import io.redress.servicelevel.clock.TicketClocks;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What happens to a ticket after it was opened: updates, clocks, warnings, escalations. */
@Configuration(proxyBeanMethods = false)
@Import({
    DeadlineExplainer.class,
    DueWorkHandler.class,
    LedgerQueueNotifications.class,
    PriorityAlert.class,
    Reclassification.class,
    SlaClockStep.class,
    SlaRecalculation.class,
    SlaThresholds.class,
    SqlSlaClocks.class,
    SqlTicketOwnership.class,
    SqlTicketStatusRepository.class,
    StatusLinkRows.class,
    TicketClocks.class,
    TicketUpdateHandler.class,
    TicketUpdates.class
})
class LifecycleBeans {

    @Bean
    DueStep newsStep(LedgerQueueNotifications notifications) {
        return notifications.news();
    }

    @Bean
    DueStep handOverStep(LedgerQueueNotifications notifications) {
        return notifications.handOvers();
    }

    @Bean
    StatusListener reopeningAnnouncement(LedgerQueueNotifications notifications) {
        return notifications.reopenings();
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
}

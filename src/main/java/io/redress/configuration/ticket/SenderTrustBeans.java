package io.redress.configuration.ticket;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.handoff.HubKey;
import io.redress.intake.recording.FollowUps;
import io.redress.intake.recording.ReferencedTickets;
import io.redress.ledger.delivery.DeliveryPlans;
import io.redress.ledger.ticket.SqlTicketDirectory;
import io.redress.ledger.ticket.StatusLinkRows;
import io.redress.ledger.ticket.TicketRows;
import io.redress.lifecycle.QueueNotifications;
import io.redress.lifecycle.TicketLifecycle;
import io.redress.reply.Messages;
import io.redress.settings.ticket.StatusSettings;
import io.redress.standing.OwnMessageIds;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who may touch a ticket that is there. */
@Configuration(proxyBeanMethods = false)
class SenderTrustBeans {

    @Bean
    OwnMessageIds ownMessageIds(HubKey key) {
        return new OwnMessageIds(key.derive("message-id"));
    }

    @Bean
    StatusLinkRows statusLinkRows(
            TransactionTemplate transaction,
            JdbcClient jdbc,
            TicketRows tickets,
            Messages messages,
            StatusSettings settings,
            Clock clock) {
        return new StatusLinkRows(transaction, jdbc, tickets, messages, settings.linkAfterClosing(), clock);
    }

    @Bean
    FollowUps followUps(
            TicketRows tickets,
            JdbcClient jdbc,
            ObjectMapper json,
            OwnMessageIds ids,
            DeliveryPlans deliveries,
            TicketLifecycle ticketLifecycle,
            QueueNotifications notifications,
            StatusLinkRows links,
            Clock clock) {
        var directory = new SqlTicketDirectory(jdbc, json, clock);
        return new FollowUps(
                tickets,
                new ReferencedTickets(directory, ids),
                directory,
                deliveries,
                ticketLifecycle,
                notifications,
                links,
                clock);
    }
}

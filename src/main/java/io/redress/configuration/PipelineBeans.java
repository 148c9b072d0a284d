package io.redress.configuration;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.attachment.AttachmentService;
import io.redress.channel.webform.ReservedNumbers;
import io.redress.database.DataFolder;
import io.redress.dispatch.DispatchTable;
import io.redress.due.Transactions;
import io.redress.encryption.DataEncryption;
import io.redress.handoff.Originals;
import io.redress.intake.Normalizer;
import io.redress.intake.Normalizers;
import io.redress.intake.recording.ChatCollector;
import io.redress.intake.recording.Failures;
import io.redress.intake.recording.FollowUps;
import io.redress.intake.recording.ItemRecorder;
import io.redress.intake.recording.WaitingItems;
import io.redress.ledger.delivery.DeliveryPlans;
import io.redress.ledger.due.DueWork;
import io.redress.ledger.intake.SqlTicketOpenings;
import io.redress.ledger.item.ItemRows;
import io.redress.ledger.reply.LedgerMessageTickets;
import io.redress.ledger.reply.ScheduledMessages;
import io.redress.ledger.reply.UnverifiedMailCounter;
import io.redress.ledger.servicelevel.SqlClocks;
import io.redress.ledger.ticket.SqlCustomerViews;
import io.redress.ledger.ticket.SqlReservedNumbers;
import io.redress.ledger.ticket.StatusLinkRows;
import io.redress.ledger.ticket.TicketRows;
import io.redress.ledger.ticket.TicketSenders;
import io.redress.privacy.ArrivalMasking;
import io.redress.reply.CustomerMessages;
import io.redress.reply.StaffMails;
import io.redress.reply.outgoing.MessageLimit;
import io.redress.reply.outgoing.MessageService;
import io.redress.servicelevel.clock.PriorityAlert;
import io.redress.servicelevel.clock.TicketClocks;
import io.redress.settings.AcceleratedClock;
import io.redress.settings.ClockSettings;
import io.redress.settings.HubProperties;
import io.redress.settings.PrivacySettings;
import io.redress.settings.channel.MailSettings;
import io.redress.standing.OwnMessageIds;
import io.redress.status.CustomerViews;
import io.redress.status.StatusLinks;
import io.redress.triage.CategoryRules;
import io.redress.triage.DeadlineCalculator;
import io.redress.triage.TriageService;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stages that the routes call, from the hand-off to the dead letter. */
@Configuration(proxyBeanMethods = false)
class PipelineBeans {

    @Bean
    Clock clock(ClockSettings settings, DataFolder folder) {
        return AcceleratedClock.in(folder, settings.speed());
    }

    @Bean
    DataFolder dataFolder(HubProperties hub) {
        return DataFolder.take(hub.dataDir());
    }

    @Bean
    DataPermissionsEnforcer dataPermissionsEnforcer(DataFolder folder, HubProperties hub) {
        return new DataPermissionsEnforcer(folder, hub);
    }

    @Bean
    Normalizers normalizers(List<Normalizer> normalizers, Originals originals, PrivacySettings privacy) {
        var masking = new ArrivalMasking(privacy.maskInTickets());
        return new Normalizers(normalizers, originals::bytes, masking::mask);
    }

    @Bean
    TriageService triageService(
            CategoryRules rules, DeadlineCalculator deadlineCalculator, AttachmentService files, Clock clock) {
        return new TriageService(rules, deadlineCalculator, files, clock);
    }

    @Bean
    DispatchTable dispatchTable(CategoryRules rules) {
        return new DispatchTable(rules);
    }

    @Bean
    DueWork dueWork(JdbcClient jdbc, Clock clock) {
        return new DueWork(jdbc, clock);
    }

    @Bean
    TicketRows ticketRows(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        return new TicketRows(jdbc, json, clock);
    }

    @Bean
    ItemRecorder ledger(
            Transactions transactions,
            JdbcClient jdbc,
            ObjectMapper json,
            TicketRows tickets,
            ChatCollector chats,
            DueWork agenda,
            TicketClocks clocks,
            SqlClocks clockRows,
            PriorityAlert alert,
            FollowUps followUps,
            DeliveryPlans deliveries,
            WaitingItems waiting,
            DataEncryption encryption,
            Clock clock) {
        var items = new ItemRows(jdbc, json, encryption, clock);
        var openings = new SqlTicketOpenings(jdbc, items, tickets, agenda, clocks, clockRows, deliveries, clock);
        return new ItemRecorder(transactions, items, openings, tickets, chats, alert, followUps, waiting);
    }

    @Bean
    MessageService messageService(
            TicketRows tickets,
            JdbcClient jdbc,
            UnverifiedMailCounter unproved,
            MessageLimit limit,
            DueWork due,
            ScheduledMessages planned,
            CustomerMessages messages,
            StaffMails staff,
            StatusLinks links,
            StatusLinkRows linkStates,
            OwnMessageIds ids,
            Clock clock,
            MailSettings mail) {
        return new MessageService(
                new LedgerMessageTickets(tickets, new TicketSenders(jdbc)),
                unproved,
                limit,
                due,
                planned,
                messages,
                staff,
                links,
                linkStates,
                ids,
                clock,
                mail.acknowledgementsPerHour());
    }

    @Bean
    ReservedNumbers reservedNumbers(JdbcClient jdbc, Clock clock) {
        return new SqlReservedNumbers(jdbc, clock);
    }

    @Bean
    CustomerViews customerViews(JdbcClient jdbc, CategoryRules rules) {
        return new SqlCustomerViews(jdbc, rules::titles);
    }

    @Bean
    Failures failures(ItemRecorder ledger, Clock clock) {
        return new Failures(ledger, clock);
    }
}

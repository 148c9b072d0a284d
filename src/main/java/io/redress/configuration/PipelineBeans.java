package io.redress.configuration;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.camel.file.IntakeAwarePollStrategy;
import io.redress.camel.jms.IntakeMessages;
import io.redress.database.DataFolder;
import io.redress.dispatch.DispatchTable;
import io.redress.due.Transactions;
import io.redress.encryption.DataEncryption;
import io.redress.handoff.BlobStore;
import io.redress.handoff.HandOff;
import io.redress.handoff.HubKey;
import io.redress.handoff.IntakeBackPressure;
import io.redress.handoff.MessageGroups;
import io.redress.handoff.Originals;
import io.redress.handoff.TicketNumberVerifier;
import io.redress.handoff.TicketNumbers;
import io.redress.intake.Normalizer;
import io.redress.intake.Normalizers;
import io.redress.intake.OwnArrivals;
import io.redress.intake.batch.BatchIntake;
import io.redress.intake.batch.TicketSchema;
import io.redress.intake.recording.BatchRecorder;
import io.redress.intake.recording.ChatCollector;
import io.redress.intake.recording.ChatMessageListener;
import io.redress.intake.recording.Failures;
import io.redress.intake.recording.FaultRecorder;
import io.redress.intake.recording.FollowUpService;
import io.redress.intake.recording.ItemRecorder;
import io.redress.intake.recording.Items;
import io.redress.intake.recording.KnownTickets;
import io.redress.intake.recording.TicketCreation;
import io.redress.intake.recording.TicketReferenceResolver;
import io.redress.intake.recording.WaitingItems;
import io.redress.ledger.due.DueWork;
import io.redress.ledger.failure.DiscardedDeadLetters;
import io.redress.ledger.intake.DeferredArrivals;
import io.redress.ledger.intake.SqlTicketCreation;
import io.redress.ledger.item.ChannelStatistics;
import io.redress.ledger.item.ItemOutcomes;
import io.redress.ledger.item.ItemQueries;
import io.redress.ledger.item.ItemReopening;
import io.redress.ledger.item.ItemRows;
import io.redress.ledger.ticket.SqlCustomerEntries;
import io.redress.ledger.ticket.SqlCustomerViews;
import io.redress.ledger.ticket.SqlNumberBlockAllocator;
import io.redress.ledger.ticket.SqlOwnTickets;
import io.redress.ledger.ticket.SqlReservedNumbers;
import io.redress.ledger.ticket.SqlTicketReferences;
import io.redress.ledger.ticket.TicketQueries;
import io.redress.ledger.ticket.TicketRows;
import io.redress.lookup.LookupService;
import io.redress.privacy.ArrivalMasking;
import io.redress.servicelevel.clock.PriorityAlert;
import io.redress.settings.AcceleratedClock;
import io.redress.settings.ClockSettings;
import io.redress.settings.HubProperties;
import io.redress.settings.IntakeSettings;
import io.redress.settings.PrivacySettings;
import io.redress.triage.TriageService;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stages that the routes call, from the hand-off to the dead letter. */
@Configuration(proxyBeanMethods = false)
@Import({
    BatchRecorder.class,
    ChannelStatistics.class,
    DataPermissionsEnforcer.class,
    DiscardedDeadLetters.class,
    DispatchTable.class,
    DueWork.class,
    Failures.class,
    FollowUpService.class,
    IntakeAwarePollStrategy.class,
    IntakeBackPressure.class,
    IntakeMessages.class,
    ItemOutcomes.class,
    ItemQueries.class,
    ItemReopening.class,
    ItemRows.class,
    Originals.class,
    TicketReferenceResolver.class,
    SqlCustomerViews.class,
    SqlOwnTickets.class,
    SqlReservedNumbers.class,
    SqlCustomerEntries.class,
    SqlTicketReferences.class,
    SqlTicketCreation.class,
    TicketQueries.class,
    TicketRows.class,
    TriageService.class
})
class PipelineBeans {

    @Bean
    Clock clock(ClockSettings settings, DataFolder folder) {
        return AcceleratedClock.in(folder, settings.speed());
    }

    /** The shop's zone, in which days and opening hours are meant. */
    @Bean
    ZoneId zone(HubProperties hub) {
        return hub.zone();
    }

    @Bean
    DataFolder dataFolder(HubProperties hub) {
        return DataFolder.take(hub.dataDir());
    }

    @Bean
    HubKey hubKey(HubProperties hub) {
        return HubKey.in(hub.hubKeyFile());
    }

    @Bean
    BlobStore blobStore(HubProperties hub, DataEncryption encryption) {
        return new BlobStore(hub.blobFolder(), encryption);
    }

    @Bean
    TicketNumbers ticketNumbers(JdbcClient jdbc, HubKey key, Clock clock) {
        String fingerprint = HexFormat.of().formatHex(key.derive("fingerprint"), 0, 8);
        return new TicketNumbers(new SqlNumberBlockAllocator(jdbc, fingerprint), key.derive("ticket-number"), clock);
    }

    @Bean
    DeferredArrivals deferredArrivals(
            JdbcClient jdbc, ItemQueries items, HubKey key, Clock clock, IntakeSettings settings) {
        var dealt =
                new TicketNumberVerifier(key.derive("ticket-number"), () -> SqlNumberBlockAllocator.dealt(jdbc), clock);
        return new DeferredArrivals(jdbc, items, dealt::isRecent, settings.waitForTicket(), clock);
    }

    @Bean
    HandOff handOff(TicketNumbers numbers, BlobStore blobs, MessageGroups groups, Clock clock) {
        return new HandOff(numbers, blobs, groups, clock);
    }

    @Bean
    Normalizers normalizers(
            List<Normalizer> normalizers, Originals originals, PrivacySettings privacy, OwnArrivals own) {
        var masking = new ArrivalMasking(privacy.maskInTickets());
        return new Normalizers(normalizers, originals::bytes, masking::mask, own);
    }

    @Bean
    ItemRecorder ledger(
            Transactions transactions,
            Items items,
            TicketCreation openings,
            KnownTickets tickets,
            ChatCollector chats,
            PriorityAlert alert,
            FollowUpService followUpService,
            WaitingItems waiting,
            ChatMessageListener messages,
            FaultRecorder faults) {
        return new ItemRecorder(
                transactions, items, openings, tickets, chats, alert, followUpService, waiting, messages, faults);
    }

    @Bean
    BatchIntake batchIntake(
            IntakeMessages messages,
            Normalizers normalizers,
            LookupService lookups,
            TriageService triage,
            BatchRecorder recorder,
            KnownTickets tickets,
            HubProperties hub,
            ObjectMapper json) {
        Path file = hub.configDir().resolve("schema/ticket-v1.schema.json");
        var schema = new TicketSchema(file, json, tickets::document);
        return new BatchIntake(messages::read, normalizers, lookups, triage, schema, recorder);
    }
}

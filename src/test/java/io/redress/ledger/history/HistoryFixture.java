package io.redress.ledger.history;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.redress.handoff.BlobStore;
import io.redress.handoff.KeyedDigest;
import io.redress.history.HistoryFault;
import io.redress.history.HistoryHeadKey;
import io.redress.history.RedactionProof;
import io.redress.intake.SenderVerification;
import io.redress.ledger.SqlBatch;
import io.redress.ledger.privacy.RetentionTasks;
import io.redress.ledger.ticket.TicketRows;
import io.redress.privacy.RetentionKind;
import io.redress.privacy.RetentionTask;
import io.redress.testing.OwnDatabase;
import io.redress.testing.SetClock;
import io.redress.ticket.Channel;
import io.redress.ticket.Complaint;
import io.redress.ticket.Customer;
import io.redress.ticket.Event;
import io.redress.ticket.Links;
import io.redress.ticket.Priority;
import io.redress.ticket.Product;
import io.redress.ticket.ServiceLevel;
import io.redress.ticket.Ticket;
import io.redress.ticket.Triage;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Histories in a real database. */
abstract class HistoryFixture extends OwnDatabase {

    /** With nanoseconds, which no database keeps. */
    static final Instant NOON = Instant.parse("2026-07-01T12:00:00.123456789Z");

    static final LocalDate DAY = LocalDate.of(2026, 7, 1);
    static final String A = "R-260701-AAAAAA";
    static final String B = "R-260701-BBBBBB";

    @TempDir
    Path blobs;

    final SetClock clock = new SetClock(NOON);
    final ObjectMapper json =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    final TicketRows tickets = new TicketRows(jdbc, json, clock);
    final HistoryHeadKey key = HistoryHeadKey.of(new byte[32]);
    final SqlHistoryHeads heads = new SqlHistoryHeads(transaction, database, key, clock);
    final RedactionProof proof = new RedactionProof(new KeyedDigest(new byte[32]));
    final RedactionRecords records = new RedactionRecords(transaction, jdbc, proof);

    @BeforeEach
    void empty() {
        jdbc.sql("truncate event, ticket, history_head, history_leaf, event_blanking, forgetting cascade")
                .update();
    }

    void open(String number) {
        UUID item = UUID.randomUUID();
        var ticket = new Ticket(
                number,
                NOON,
                new Channel("web", "web-form", item.toString()),
                new Customer("王小姐", List.of(), List.of(), List.of(), null),
                Product.unknown(),
                new Complaint("地砖色差", "The door does not close", "en", null, null, List.of()),
                new Triage("mismatch", 0.9, null, 0, false, Priority.NORMAL, null, List.of()),
                new ServiceLevel("general", NOON.plusSeconds(60), NOON.plusSeconds(600)),
                "quality-control",
                Links.none(),
                List.of(),
                List.of(
                        new Event(NOON, "hub", "received", "through channel web"),
                        new Event(NOON.plusNanos(999), "hub", "triaged", "因为: 色差 \"很大\" 5:x"),
                        new Event(NOON, "hub", "received", "twice, as some day it may be")));
        var batch = new SqlBatch(jdbc);
        tickets.open(batch, ticket, tickets.document(ticket), item.toString(), SenderVerification.UNPROVED, List.of());
        batch.send();
    }

    /** A ticket with six events. */
    void lived(String number) {
        open(number);
        tickets.happened(number, UUID.randomUUID().toString(), "follow-up", "through channel mail");
        tickets.happened(number, new Event(NOON, "crm", "note", null), "我们明天来 — tomorrow");
        tickets.happened(number, new Event(NOON.minusSeconds(9), "", "solved", "the door\nwas replaced"), null);
        tickets.happened(number, null, "closed", "");
    }

    /** As retention does with a ticket that was closed long ago. */
    void forget(String number) {
        jdbc.sql("update ticket set status = 'closed', closed_at = '2020-01-01Z' where number = ?")
                .param(number)
                .update();
        RetentionTask closed = RetentionTasks.ofLedger(jdbc, json, new BlobStore(blobs), records, clock).stream()
                .filter(retentionTask -> retentionTask.kind() == RetentionKind.CLOSED_TICKETS)
                .findFirst()
                .orElseThrow();
        transaction.executeWithoutResult(status -> closed.remove(Instant.parse("2021-01-01T00:00:00Z"), 10));
    }

    Verification verified() {
        return new HistoryVerification(new DataSourceTransactionManager(database), database, heads, key, proof)
                .verify();
    }

    HistoryFault onlyFault() {
        List<HistoryFault> faults = verified().faults();
        if (faults.size() != 1) {
            throw new AssertionError("one fault expected: " + faults);
        }
        return faults.get(0);
    }
}

package io.redress.ledger.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.audit.AuditActor;
import io.redress.audit.AuditActs;
import io.redress.audit.AuditEntry;
import io.redress.audit.AuditOutcome;
import io.redress.audit.AuditRemoval;
import io.redress.handoff.KeyedDigest;
import io.redress.history.HistoryHeadKey;
import io.redress.ledger.history.SqlHistoryHeads;
import io.redress.testing.OwnDatabase;
import io.redress.testing.SetClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

class AuditLedgerTest extends OwnDatabase {

    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00.123456789Z");
    private static final Duration YEAR = Duration.ofDays(365);

    private final SetClock clock = new SetClock(NOON);
    private final KeyedDigest proof = new KeyedDigest(new byte[32]);
    private final SqlAuditLog log = new SqlAuditLog(database, transaction);
    private final AuditRetention retention = new AuditRetention(jdbc, log, proof, clock);

    @BeforeEach
    void empty() {
        jdbc.sql("truncate audit_entry, history_head, history_leaf cascade").update();
        jdbc.sql("update audit_chain set position = -1, hash = ''").update();
    }

    @Test
    void entries_of_several_nodes_at_once_make_one_chain_without_gaps() {
        var other = new SqlAuditLog(database, transaction);
        IntStream.range(0, 300).parallel().forEach(n -> (n % 2 == 0 ? log : other).write(entry("a" + n)));

        assertThat(found()).isEqualTo(new AuditVerification.Found(300, null));
        assertThat(jdbc.sql("select count(distinct actor) from audit_entry")
                        .query(Long.class)
                        .single())
                .isEqualTo(300);
    }

    @Test
    void a_change_of_any_column_is_found_at_its_place() {
        for (String change : List.of(
                "at = at + interval '1 microsecond'",
                "actor_kind = 'key'",
                "actor = 'wang.li'",
                "address = ''",
                "act = 'figures.read'",
                "operation = null",
                "targets = '{ticket:R-1,id:2}'",
                "targets = '{}'",
                "outcome = 'refused'",
                "shown = 3",
                "request = null",
                "note = ''")) {
            empty();
            written(4);
            jdbc.sql("update audit_entry set " + change + " where position = 2").update();
            assertThat(problem()).as(change).startsWith("2 is not what was written");
        }
    }

    @Test
    void a_removed_entry_is_missed_in_the_middle_and_at_both_ends() {
        for (int gone : List.of(0, 2, 3)) {
            empty();
            written(4);
            jdbc.sql("delete from audit_entry where position = ?").param(gone).update();
            assertThat(problem()).startsWith(gone + " is missing");
        }
    }

    @Test
    void an_end_that_a_head_has_seen_cannot_be_cut_off_with_the_row_that_names_it() {
        written(4);
        new SqlHistoryHeads(transaction, database, HistoryHeadKey.of(new byte[32]), clock)
                .make(LocalDate.of(2026, 7, 1));
        assertThat(problem()).isNull();

        jdbc.sql("delete from audit_entry where position >= 2").update();
        jdbc.sql(
                        "update audit_chain set (position, hash) = (select position, hash from audit_entry where position = 1)")
                .update();
        assertThat(problem()).isEqualTo("3 is not the entry that a head has seen there");
    }

    @Test
    void what_retention_removes_leaves_a_log_that_can_still_be_verified() {
        written(5);
        clock.pass(YEAR);
        written(2);
        Instant than = NOON.plus(Duration.ofDays(1));
        assertThat(retention.older(than).count()).isEqualTo(5);

        assertThat(removed(than, 3)).isEqualTo(3);
        assertThat(found()).isEqualTo(new AuditVerification.Found(5, null));
        assertThat(removed(than, 3)).isEqualTo(2);
        assertThat(removed(than, 3)).isZero();
        assertThat(found()).isEqualTo(new AuditVerification.Found(4, null));
        assertThat(jdbc.sql("select min(position) from audit_entry")
                        .query(Long.class)
                        .single())
                .isEqualTo(5);
    }

    @Test
    void whoever_has_no_key_of_the_hub_cannot_call_a_removal_retention() {
        written(5);
        byte[] hash = jdbc.sql("select hash from audit_entry where position = 2")
                .query((row, n) -> row.getBytes(1))
                .single();
        jdbc.sql("delete from audit_entry where position <= 2").update();
        log.write(new AuditRemoval(2, hash).entry(NOON, 3, new KeyedDigest("another".getBytes())));

        assertThat(problem()).startsWith("0 is missing");
    }

    @Test
    void removals_do_not_end_at_an_entry_whose_clock_was_ahead() {
        written(2);
        clock.pass(YEAR);
        written(1);
        clock.set(NOON);
        written(1);

        assertThat(removed(NOON.plusSeconds(60), 100)).isEqualTo(2);
        assertThat(problem()).isNull();
    }

    @Test
    void a_text_that_no_database_takes_is_sealed_as_it_is_stored() {
        log.write(AuditEntry.of(NOON, AuditActor.person("a\0b"), "", AuditActs.SIGN_IN, AuditOutcome.DONE, "c\0"));
        assertThat(problem()).isNull();
    }

    private int removed(Instant than, int most) {
        return transaction.execute(status -> retention.remove(than, most));
    }

    private void written(int entries) {
        IntStream.range(0, entries).forEach(n -> log.write(entry("li.lei")));
    }

    private AuditEntry entry(String login) {
        return new AuditEntry(
                clock.instant(),
                AuditActor.person(login),
                "10.0.0.5",
                "tickets.read",
                "GET /api/tickets",
                List.of("ticket:R-1", "id:2:3"),
                AuditOutcome.DONE,
                7L,
                UUID.randomUUID(),
                "200");
    }

    private AuditVerification.Found found() {
        return new AuditVerification(new DataSourceTransactionManager(database), database, proof).verify();
    }

    private String problem() {
        var fault = found().fault();
        return fault == null ? null : fault.position() + " " + fault.problem();
    }
}

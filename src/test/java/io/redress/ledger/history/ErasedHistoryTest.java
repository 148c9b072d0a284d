package io.redress.ledger.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.history.HistoryFault;
import io.redress.history.RedactionRecord;
import io.redress.ledger.history.Verification.Cause;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may write in the database, and does not have the hub's key, erases no words by calling it forgetting. */
class ErasedHistoryTest extends HistoryFixture {

    private static final UUID ORDER = UUID.fromString("6f1c0000-0000-4000-8000-000000000001");

    /** A was lived and is erased by a stranger, B was forgotten by retention. */
    @BeforeEach
    void twoTickets() {
        records.adopt();
        lived(A);
        lived(B);
        forget(B);
        jdbc.sql("""
                insert into forgetting (id, person, requested_at, requested_by, tickets, items, state)
                values (?, 'x', now(), 'default', 1, 1, 'done')
                """).param(ORDER).update();
    }

    @Test
    void what_retention_took_out_is_counted_under_its_name() {
        assertThat(verified()).satisfies(found -> {
            assertThat(found.faults()).isEmpty();
            assertThat(found.blanked()).isEqualTo(6);
            assertThat(found.blankings()).containsExactly(new Cause("retention", 6));
        });
    }

    @Test
    void what_a_person_asked_for_is_counted_under_the_order() {
        erase(A, 3);
        transaction.executeWithoutResult(status -> records.forgotten(
                A, NOON, "default", "who it was is no longer kept, on request", RedactionRecord.FORGETTING + ORDER));
        assertThat(verified().faults()).isEmpty();
        assertThat(verified().blankings())
                .containsExactly(new Cause("forgetting " + ORDER, 1), new Cause("retention", 6));
        jdbc.sql("delete from forgetting").update();
        assertThat(onlyFault().problem()).contains("forgetting " + ORDER, "nothing is written down");
    }

    /** An event 'forgotten' follows the erased one each time; what stands beside it is the attempt. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            no record                     | select 1
            one without proof             | insert into event_blanking values (:a, 6, 'retention', 1, null)
            an empty proof                | insert into event_blanking values (:a, 6, 'retention', 1, '')
            a proof of zeros              | insert into event_blanking values (:a, 6, 'retention', 1, repeat('0', 32))
            a hash that all can make      | insert into event_blanking select :a, 6, 'retention', 1, left(encode(sha256(hash), 'hex'), 32) from event where ticket_number = :a and position = 6
            the proof of another ticket   | insert into event_blanking select :a, 6, cause, 1, proof from event_blanking where ticket_number = :b
            with its count                | insert into event_blanking select :a, 6, cause, blanked, proof from event_blanking where ticket_number = :b
            another's record moved        | update event_blanking set ticket_number = :a where ticket_number = :b
            an order that is there        | insert into event_blanking values (:a, 6, 'forgetting 6f1c0000-0000-4000-8000-000000000001', 1, 'x')
            as from before the upgrade    | insert into event_blanking values (:a, 6, 'before the upgrade', 1, null)
            the mark's own proof          | insert into event_blanking select :a, 6, cause, blanked, proof from event_blanking where ticket_number = ''
            a proof in capitals           | insert into event_blanking select :a, 6, cause, blanked, upper(proof) from event_blanking where ticket_number = :b
            """)
    void an_erased_event_is_a_fault_whatever_says_that_it_was_forgotten(String attempt, String sql) {
        erase(A, 3);
        jdbc.sql("""
                insert into event (ticket_number, at, who, what, why)
                values (?, now(), 'hub', 'forgotten', 'older than config/retention.yaml keeps it')
                """).param(A).update();
        run(sql);
        records.adopt(); // as a start of the hub does

        HistoryFault fault = verified().faults().stream()
                .filter(one -> A.equals(one.ticket()))
                .findFirst()
                .orElseThrow();
        assertThat(fault.position()).isEqualTo(6);
        assertThat(fault.problem()).contains("the words of 1 events were forgotten", "key does not prove it");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            delete from event_blanking where ticket_number = :b               | key does not prove it
            update event_blanking set blanked = 7 where ticket_number = :b    | key does not prove it
            update event_blanking set cause = 'x' where ticket_number = :b    | key does not prove it
            update event_blanking set position = 5 where ticket_number = :b   | key does not prove it
            update event_blanking set proof = null where ticket_number = :b   | key does not prove it
            """)
    void a_record_that_is_changed_or_gone_is_a_fault(String sql, String problem) {
        run(sql);
        records.adopt();
        assertThat(onlyFault().ticket()).isEqualTo(B);
        assertThat(onlyFault().problem()).contains(problem);
    }

    @Test
    void an_event_that_is_erased_before_a_forgetting_of_the_hub_is_a_fault() {
        tickets.happened(A, null, "legal hold placed", "the case of the broken door");
        forget(A);
        assertThat(verified().faults()).isEmpty();
        erase(A, 6);
        assertThat(onlyFault().problem()).isEqualTo("knows of 6 blanked events before it, and 7 are blank");
    }

    @Test
    void a_forgetting_may_follow_another() {
        forget(A);
        tickets.happened(A, null, "note", "she called again");
        jdbc.sql("update ticket set forgotten_at = null where number = ?")
                .param(A)
                .update();
        forget(A);
        assertThat(verified().faults()).isEmpty();
        assertThat(verified().blankings()).containsExactly(new Cause("retention", 13));
    }

    @Test
    void what_was_forgotten_before_the_upgrade_is_taken_over_once() {
        jdbc.sql("delete from event_blanking where ticket_number = ''").update();
        jdbc.sql("update event_blanking set cause = 'before the upgrade', proof = null")
                .update();
        records.adopt();
        assertThat(verified().faults()).isEmpty();
        assertThat(verified().blankings()).containsExactly(new Cause("before the upgrade", 6));
    }

    private void run(String sql) {
        if (!sql.equals("select 1")) {
            jdbc.sql(sql.replace(":a", "'" + A + "'").replace(":b", "'" + B + "'"))
                    .update();
        }
    }

    private void erase(String ticket, int position) {
        jdbc.sql("update event set who = 'forgotten', why = null, told = null, salt = null"
                        + " where ticket_number = ? and position = ?")
                .params(ticket, position)
                .update();
    }
}

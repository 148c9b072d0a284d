package io.redress.ledger.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.history.HistoryFault;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DuplicateKeyException;

class SealedHistoryTest extends HistoryFixture {

    private static final String MOVED = "its time, kind or place is not what was sealed";
    private static final String REWORDED = "its words are not those that were sealed";

    @BeforeEach
    void twoTickets() {
        lived(A);
        lived(B);
    }

    @Test
    void an_untouched_history_is_sound_whoever_sealed_it() {
        assertThat(verified()).satisfies(found -> {
            assertThat(found.faults()).isEmpty();
            assertThat(found.sound()).isTrue();
            assertThat(found.tickets()).isEqualTo(2);
            assertThat(found.events()).isEqualTo(12);
            assertThat(found.blanked()).isZero();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            why = 'the window was replaced' where position = 4           | 4 | words
            why = concat(why, ' ') where position = 4                     | 4 | words
            why = null where position = 5                                | 5 | words
            why = '' where position = 3                                  | 3 | words
            why = told, told = why where position = 3                    | 3 | words
            told = 'we come never' where position = 3                    | 3 | words
            told = null where position = 3                               | 3 | words
            who = 'customer' where position = 1                          | 1 | words
            who = concat(who, why), why = null where position = 0        | 0 | words
            item_id = null where position = 2                            | 2 | words
            item_id = gen_random_uuid() where position = 2               | 2 | words
            salt = sha256(salt) where position = 1                       | 1 | words
            salt = '' where position = 1                                 | 1 | words
            digest = sha256(digest) where position = 1                   | 1 | words
            at = at + interval '1 microsecond' where position = 0        | 0 | moved
            at = at - interval '1 day' where position = 4                | 4 | moved
            what = 'reopened' where position = 4                         | 4 | moved
            hash = sha256(hash) where position = 4                       | 4 | moved
            salt = null where position = 3                               | 3 | has words, but no salt
            salt = null, why = null, told = null where position = 3      | 3 | is blanked, and no later event
            """)
    void a_changed_event_is_named(String change, int position, String problem) {
        jdbc.sql("update event set " + change + " and ticket_number = ?")
                .param(A)
                .update();
        HistoryFault fault = onlyFault();
        assertThat(fault.ticket()).isEqualTo(A);
        assertThat(fault.position()).isEqualTo(position);
        assertThat(fault.event())
                .isEqualTo(jdbc.sql("select id from event where ticket_number = ? and position = ?")
                        .params(A, position)
                        .query(Long.class)
                        .single());
        assertThat(fault.problem())
                .contains(problem.equals("words") ? REWORDED : problem.equals("moved") ? MOVED : problem);
    }

    @Test
    void words_that_were_changed_with_their_digest_break_the_chain() {
        jdbc.sql("""
                update event set why = 'nobody called', digest = event_digest(salt, who, 'nobody called', told, item_id)
                where ticket_number = ? and position = 1
                """).param(A).update();
        assertThat(onlyFault()).satisfies(fault -> {
            assertThat(fault.position()).isEqualTo(1);
            assertThat(fault.problem()).contains(MOVED);
        });
    }

    @Test
    void a_chain_that_was_made_anew_from_the_middle_breaks_at_the_event_after_it() {
        jdbc.sql("""
                update event set why = 'x', digest = event_digest(salt, who, 'x', told, item_id),
                  hash = sha256((select hash from event one where one.ticket_number = event.ticket_number and position = 0)
                                || event_link(ticket_number, position, at, what,
                                              event_digest(salt, who, 'x', told, item_id)))
                where ticket_number = ? and position = 1
                """).param(A).update();
        assertThat(onlyFault().position()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"0,1", "1,2", "3,4"})
    void a_deleted_event_is_missed(int deleted, int named) {
        jdbc.sql("delete from event where ticket_number = ? and position = ?")
                .params(A, deleted)
                .update();
        HistoryFault fault = onlyFault();
        assertThat(fault.position()).isEqualTo(named);
        assertThat(fault.problem()).contains("position " + deleted).contains("missing");
    }

    @Test
    void an_event_that_was_deleted_and_its_place_closed_is_missed() {
        jdbc.sql("delete from event where ticket_number = ? and position = 2")
                .param(A)
                .update();
        for (int position = 3; position < 6; position++) {
            jdbc.sql("update event set position = position - 1 where ticket_number = ? and position = ?")
                    .params(A, position)
                    .update();
        }
        assertThat(onlyFault().position()).isEqualTo(2);
    }

    @Test
    void an_inserted_event_is_named() {
        jdbc.sql("update event set position = -position where ticket_number = ? and position >= 3")
                .param(A)
                .update();
        jdbc.sql("update event set position = 1 - position where ticket_number = ? and position < 0")
                .param(A)
                .update();
        jdbc.sql("""
                insert into event (ticket_number, position, at, who, what, salt, digest, hash)
                select ticket_number, 3, at, 'crm', 'note', salt, event_digest(salt, 'crm', null, null, null),
                       sha256(hash || event_link(ticket_number, 3, at, 'note',
                                                 event_digest(salt, 'crm', null, null, null)))
                from event where ticket_number = ? and position = 2
                """).param(A).update();
        assertThat(onlyFault()).satisfies(fault -> {
            assertThat(fault.position()).isEqualTo(4);
            assertThat(fault.problem()).contains("the event before it is another one");
        });
    }

    @Test
    void events_that_changed_places_are_named() {
        jdbc.sql("update event set position = -1 where ticket_number = ? and position = 2")
                .param(A)
                .update();
        jdbc.sql("update event set position = 2 where ticket_number = ? and position = 3")
                .param(A)
                .update();
        jdbc.sql("update event set position = 3 where ticket_number = ? and position = -1")
                .param(A)
                .update();
        assertThat(onlyFault().position()).isEqualTo(2);
    }

    @Test
    void histories_that_were_exchanged_are_both_named() {
        jdbc.sql("update event set position = position + 100 where ticket_number = ?")
                .param(A)
                .update();
        jdbc.sql("update event set ticket_number = ? where ticket_number = ? and position < 100")
                .params(A, B)
                .update();
        jdbc.sql("update event set ticket_number = ?, position = position - 100 where position >= 100")
                .param(B)
                .update();
        assertThat(verified().faults()).extracting(HistoryFault::ticket).containsExactly(A, B);
        assertThat(verified().faults()).extracting(HistoryFault::position).containsOnly(0);
    }

    @Test
    void a_ticket_without_any_history_is_named() {
        jdbc.sql("delete from event where ticket_number = ?").param(B).update();
        assertThat(onlyFault().ticket()).isEqualTo(B);
    }

    @Test
    void an_event_is_there_once_for_each_item_and_kind_and_leaves_no_gap() {
        String item = UUID.randomUUID().toString();
        tickets.happened(A, item, "bounce", "first");
        tickets.happened(A, item, "bounce", "again");
        tickets.happened(A, null, "note", null);
        assertThat(verified().faults()).isEmpty();
        assertThat(verified().events()).isEqualTo(14);
    }

    @Test
    void two_events_cannot_have_one_place() {
        assertThatThrownBy(() -> jdbc.sql("""
                        insert into event (ticket_number, position, at, who, what, digest, hash)
                        values (?, 5, now(), 'hub', 'note', '', '')
                        """).param(A).update()).isInstanceOf(DuplicateKeyException.class);
    }
}

package io.redress.ledger.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.history.HistoryFault;
import io.redress.history.HistoryHead;
import io.redress.history.HistoryHeadKey;
import io.redress.history.SignedHead;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

class HistoryHeadsTest extends HistoryFixture {

    @BeforeEach
    void threeDays() {
        lived(A);
        heads.make(DAY);
        clock.set(NOON.plus(Duration.ofDays(1)));
        lived(B);
        heads.make(DAY.plusDays(1));
        clock.set(NOON.plus(Duration.ofDays(2)));
        tickets.happened(A, null, "reopened", "still broken");
        heads.make(DAY.plusDays(2));
    }

    @Test
    void a_head_holds_the_histories_that_grew_since_the_one_before_it() {
        assertThat(heads.newest(null, 9))
                .extracting(head -> HistoryHead.read(head.text()).histories())
                .containsExactly(1L, 1L, 1L);
        assertThat(jdbc.sql("select ticket_number || ' ' || position from history_leaf order by day")
                        .query(String.class)
                        .list())
                .containsExactly(A + " 5", B + " 5", A + " 6");
        assertThat(verified().faults()).isEmpty();
        assertThat(verified().heads()).isEqualTo(3);
    }

    @Test
    void a_day_has_one_head_and_none_after_a_later_one() {
        assertThat(heads.make(DAY.plusDays(2))).isEmpty();
        assertThat(heads.make(DAY)).isEmpty();
        assertThat(heads.newest(null, 9)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from event where ticket_number = 'R-260701-AAAAAA' and position = 6",
                "delete from event where ticket_number = 'R-260701-AAAAAA' and position >= 2",
                "delete from event where ticket_number = 'R-260701-BBBBBB'; delete from ticket where number = 'R-260701-BBBBBB'",
            })
    void a_history_whose_end_was_cut_off_is_noticed(String cut) {
        jdbc.sql(cut).update();
        HistoryFault fault = onlyFault();
        assertThat(fault.problem()).contains("missing");
        assertThat(fault.head()).isNotNull();
        assertThat(fault.event()).isNull();
    }

    @Test
    void an_end_that_was_replaced_by_a_sealed_one_is_noticed() {
        jdbc.sql("delete from event where ticket_number = ? and position >= 4")
                .param(A)
                .update();
        tickets.happened(A, null, "solved", "all is well");
        tickets.happened(A, null, "closed", null);
        tickets.happened(A, null, "note", null);
        HistoryFault fault = onlyFault();
        assertThat(fault.ticket()).isEqualTo(A);
        assertThat(fault.position()).isEqualTo(5);
        assertThat(fault.problem()).contains("is not the event that the head has seen");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update history_head set text = replace(text, 'histories 1', 'histories 2') where day = '2026-07-02'",
                "update history_head set text = '' where day = '2026-07-02'",
                "update history_head set signature = sha256(signature) || sha256('') where day = '2026-07-02'",
                "update history_head set signature = '' where day = '2026-07-02'",
                "update history_leaf set hash = sha256(hash) where day = '2026-07-02'",
                "delete from history_leaf where day = '2026-07-02'",
                "insert into history_leaf values ('2026-07-02', 'R-260701-AAAAAA', 0, '\\x00')",
                "update history_head set day = '2026-06-01', text = (select text from history_head where day = '2026-07-03')"
                        + " where day = '2026-07-03'; delete from history_leaf where day = '2026-07-03'",
                "delete from history_leaf where day = '2026-07-01'; delete from history_head where day = '2026-07-01'",
                "delete from history_leaf where day = '2026-07-02'; delete from history_head where day = '2026-07-02'",
            })
    void a_forged_head_is_noticed(String forgery) {
        jdbc.sql("alter table history_leaf drop constraint if exists history_leaf_day_fkey")
                .update();
        jdbc.sql(forgery).update();
        assertThat(verified().faults()).isNotEmpty().allSatisfy(fault -> assertThat(fault.head())
                .isNotNull());
    }

    @Test
    void heads_that_were_signed_anew_by_another_key_are_noticed() {
        HistoryHeadKey other = HistoryHeadKey.of(new byte[] {
            1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1
        });
        jdbc.sql("truncate history_head cascade").update();
        new SqlHistoryHeads(transaction, database, other, clock).make(DAY);
        HistoryFault fault = onlyFault();
        assertThat(fault.head()).isEqualTo("2026-07-01");
        assertThat(fault.problem()).contains("another key").contains(other.fingerprint());
        var asOther =
                new HistoryVerification(new DataSourceTransactionManager(database), database, heads, other, proof);
        assertThat(asOther.verify().sound()).isTrue();
    }

    @Test
    void blanked_words_are_no_fault_when_the_history_says_that_they_were_forgotten() {
        String was = jdbc.sql("select encode(hash, 'hex') from event where ticket_number = ? and position = 5")
                .param(A)
                .query(String.class)
                .single();
        forget(A);
        assertThat(verified()).satisfies(found -> {
            assertThat(found.faults()).isEmpty();
            assertThat(found.blanked()).isEqualTo(7);
        });
        assertThat(jdbc.sql(
                                "select count(*) from event where ticket_number = ? and (why like '%broken%' or told is not null)")
                        .param(A)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select encode(hash, 'hex') from event where ticket_number = ? and position = 5")
                        .param(A)
                        .query(String.class)
                        .single())
                .isEqualTo(was);
    }

    @ParameterizedTest
    @ValueSource(strings = {"at = at + interval '1 second'", "what = 'solved'", "digest = sha256(digest)"})
    void what_is_left_of_a_blanked_event_is_sealed_still(String change) {
        forget(A);
        jdbc.sql("update event set " + change + " where position = 3 and ticket_number = ?")
                .param(A)
                .update();
        assertThat(onlyFault().position()).isEqualTo(3);
    }

    @Test
    void words_that_are_blanked_after_the_record_of_it_are_a_fault() {
        forget(A);
        tickets.happened(A, null, "note", "rude to the customer");
        jdbc.sql("update event set salt = null, why = null where ticket_number = ? and position = 8")
                .param(A)
                .update();
        HistoryFault fault = onlyFault();
        assertThat(fault.position()).isEqualTo(8);
        assertThat(fault.problem()).contains("no later event says that it was forgotten");
    }

    @Test
    void a_record_of_the_forgetting_that_is_blanked_itself_proves_nothing() {
        forget(A);
        jdbc.sql("update event set salt = null, why = null where ticket_number = ? and position = 7")
                .param(A)
                .update();
        assertThat(onlyFault().position()).isZero();
    }

    @Test
    void heads_come_from_the_newest_in_pages() {
        assertThat(heads.newest(DAY.plusDays(2), 1))
                .extracting(SignedHead::day)
                .isEqualTo(List.of(LocalDate.of(2026, 7, 2)));
    }
}

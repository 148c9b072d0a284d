package io.redress.ledger.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.ticket.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class HistoryRacesTest extends HistoryFixture {

    private static final int THREADS = 12;
    private static final int EACH = 25;

    @Test
    void many_who_add_to_one_history_make_one_chain_and_none_has_to_give_up() throws Exception {
        open(A);
        open(B);
        var threads = Executors.newFixedThreadPool(THREADS);
        List<Future<?>> all = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            int kind = thread % 4;
            for (int i = 0; i < EACH; i++) {
                String number = i % 2 == 0 ? A : B;
                all.add(threads.submit(() -> transaction.executeWithoutResult(status -> add(number, kind))));
            }
        }
        for (Future<?> one : all) {
            one.get(); // a deadlock would be thrown here
        }
        threads.shutdown();
        assertThat(verified().faults()).isEmpty();
        assertThat(verified().events()).isEqualTo(4 + THREADS * EACH * 2L);
    }

    /** The orders in which the hub's transactions take a ticket. */
    private void add(String number, int kind) {
        switch (kind) {
            case 0 -> tickets.locked(number); // as each step of the loop
            case 1 ->
                jdbc.sql("update ticket set owner = 'desk' where number = ?")
                        .param(number)
                        .update();
            case 2 -> tickets.alias(List.of(UUID.randomUUID().toString()), number); // as a follow-up
            default ->
                jdbc.sql("select number from ticket where number = ?")
                        .param(number)
                        .query(String.class)
                        .single(); // as a report
        }
        tickets.happened(number, UUID.randomUUID().toString(), "follow-up", "kind " + kind);
        tickets.happened(number, new Event(clock.instant(), "hub", "note", null), null);
        if (kind == 2) {
            tickets.locked(number); // the customer is waited for no longer
        }
    }
}

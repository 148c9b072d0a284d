package io.redress.ledger.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.callback.CallSlot;
import io.redress.callback.CallbackBookings.Booked;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Threads with connections of their own are to the database what nodes are. */
class SlotRacesTest extends CallbackFixture {

    private static final int TICKETS = 45;
    private static final int NODES = 8;

    @Test
    void nodes_that_plan_at_once_never_fill_a_slot_beyond_its_capacity() throws Exception {
        for (int i = 0; i < TICKETS; i++) {
            ticket(number(i), "+8613800138000");
        }

        List<Future<Object>> planned = atOnce(TICKETS, i -> {
            transaction.executeWithoutResult(any -> planner.request(number(i), "race", MONDAY, "solved"));
            return i;
        });

        assertThat(planned).hasSize(TICKETS);
        List<Integer> calls = jdbc.sql("select count(*) from callback group by slot_from order by slot_from")
                .query(Integer.class)
                .list();
        assertThat(calls).containsExactly(10, 10, 10, 10, 5);
        assertThat(jdbc.sql("select count(*) from callback_place")
                        .query(Integer.class)
                        .single())
                .isEqualTo(TICKETS);
    }

    @Test
    void the_last_places_of_a_slot_go_to_as_many_customers_as_there_are_places() throws Exception {
        for (int i = 0; i < TICKETS; i++) {
            ticket(number(i), "+8613800138000");
        }
        CallSlot slot = booking.offer(number(0), 1).orElseThrow().free().get(0);
        Instant from = slot.from();

        List<Future<Object>> booked = atOnce(TICKETS, i -> booking.book(number(i), from, null));

        int done = 0;
        for (Future<Object> one : booked) {
            done += one.get() == Booked.DONE ? 1 : 0;
        }
        assertThat(done).isEqualTo(10);
    }

    @Test
    void the_same_request_on_two_nodes_at_once_is_planned_once() throws Exception {
        ticket(TICKET, "+8613800138000");

        atOnce(NODES, i -> {
            transaction.executeWithoutResult(any -> planner.request(TICKET, "survey/7", MONDAY, "low score"));
            return i;
        });

        assertThat(jdbc.sql("select count(*) from callback")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private interface Work {
        Object run(int i);
    }

    private static List<Future<Object>> atOnce(int times, Work work) throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(NODES);
        var start = new CountDownLatch(1);
        List<Future<Object>> results = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            int which = i;
            results.add(nodes.submit(() -> {
                start.await();
                return work.run(which);
            }));
        }
        start.countDown();
        for (Future<Object> result : results) {
            result.get();
        }
        nodes.shutdown();
        return results;
    }

    private static String number(int i) {
        return "R-261123-%06d".formatted(i);
    }
}

package io.redress.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.due.DueOrder;
import io.redress.due.DueStep;
import io.redress.due.DueWorkPlanner;
import io.redress.due.QueueMessage;
import io.redress.due.StepResult;
import io.redress.ledger.due.DueWork;
import io.redress.ledger.due.DueWorkHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The timer is stopped here: the test claims and performs, as two nodes do. */
@Import(DueWorkTest.Steps.class)
class DueWorkTest extends LoopHub {

    private static final AtomicInteger PERFORMED = new AtomicInteger();
    private static final AtomicInteger BREAKING = new AtomicInteger();

    @Autowired
    DueWorkPlanner planner;

    @Autowired
    DueWork due;

    @Autowired
    DueWorkHandler handler;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CamelContext context;

    @TestConfiguration
    static class Steps {

        @Bean
        DueStep counted() {
            return new DueStep() {
                @Override
                public String kind() {
                    return "counted";
                }

                @Override
                public StepResult perform(DueOrder order) {
                    if (BREAKING.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                        throw new IllegalStateException("not now");
                    }
                    PERFORMED.incrementAndGet();
                    return StepResult.done(new QueueMessage("escalations", json(order)));
                }

                private static JsonNode json(DueOrder order) {
                    return com.fasterxml.jackson.databind.node.JsonNodeFactory.instance
                            .objectNode()
                            .put("id", order.id());
                }
            };
        }
    }

    @BeforeEach
    void nothing_is_due() throws Exception {
        context.getRouteController().stopRoute("due-work");
        while (take("escalations") != null) {
            // what another test left
        }
        jdbc.sql("delete from due_work").update();
        PERFORMED.set(0);
        BREAKING.set(0);
    }

    @Test
    void an_order_that_comes_again_after_a_crash_sends_the_same_again_and_does_nothing_twice() {
        planned("one");
        DueOrder order = due.claimSteps(10).get(0);
        List<QueueMessage> first = handler.perform(order);
        assertThat(first).hasSize(1);
        assertThat(handler.perform(order)).isEqualTo(first);
        assertThat(PERFORMED).hasValue(1);
    }

    @Test
    void another_order_for_work_that_is_done_sends_nothing() {
        planned("one");
        DueOrder lost = due.claimSteps(10).get(0);
        leaseRunsOut();
        DueOrder second = due.claimSteps(10).get(0);
        assertThat(second.id()).isEqualTo(lost.id());
        assertThat(handler.perform(second)).hasSize(1);
        assertThat(handler.perform(lost)).isEmpty();
        assertThat(PERFORMED).hasValue(1);
    }

    @Test
    void work_that_one_node_claimed_is_not_claimed_by_another_until_its_lease_runs_out() {
        planned("one");
        assertThat(due.claimSteps(10)).hasSize(1);
        assertThat(due.claimSteps(10)).isEmpty();
        leaseRunsOut();
        assertThat(due.claimSteps(10)).hasSize(1);
    }

    @Test
    void two_nodes_that_claim_at_once_do_everything_once() throws Exception {
        for (int i = 0; i < 300; i++) {
            planned("work-" + i);
        }
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        List<String> sent = Collections.synchronizedList(new ArrayList<>());
        Callable<Void> node = () -> {
            for (List<DueOrder> orders = due.claimSteps(7); !orders.isEmpty(); orders = due.claimSteps(7)) {
                orders.forEach(order -> handler.perform(order)
                        .forEach(message -> sent.add(message.body().path("id").asText())));
            }
            return null;
        };
        for (Future<Void> end : nodes.invokeAll(Collections.nCopies(4, node))) {
            end.get();
        }
        nodes.shutdown();
        assertThat(sent).hasSize(300).doesNotHaveDuplicates();
        assertThat(PERFORMED).hasValue(300);
    }

    @Test
    void after_a_stopped_hour_everything_is_done_oldest_first_and_spread() {
        for (int i = 0; i < 25; i++) {
            planner.plan("counted", "R-1", "late-" + i, clock.instant().plus(Duration.ofMinutes(60 - i)), "" + i);
        }
        assertThat(due.claimSteps(10)).isEmpty();
        clock.pass(Duration.ofHours(2));
        List<String> order = new ArrayList<>();
        for (List<DueOrder> claimed = due.claimSteps(10); !claimed.isEmpty(); claimed = due.claimSteps(10)) {
            assertThat(claimed).hasSizeLessThanOrEqualTo(10);
            claimed.forEach(next -> order.add(next.argument()));
        }
        assertThat(order).hasSize(25).first().isEqualTo("24");
        assertThat(order).last().isEqualTo("0");
    }

    @Test
    void a_step_that_fails_is_tried_again_later_and_has_its_effect_once() {
        planned("one");
        BREAKING.set(1);
        camel.requestBody("direct:due-work", (Object) null);
        await().atMost(SOON).until(() -> jdbc.sql("select due_at > ? from due_work")
                .param(clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .query(Boolean.class)
                .single());
        assertThat(PERFORMED).hasValue(0);
        clock.pass(Duration.ofMinutes(1));
        camel.requestBody("direct:due-work", (Object) null);
        await().atMost(SOON).until(() -> PERFORMED.get() == 1);
        assertThat(news("escalations", "", 1)).hasSize(1);
    }

    private void planned(String key) {
        planner.plan("counted", "R-1", key, clock.instant(), "");
    }

    private void leaseRunsOut() {
        jdbc.sql("update due_work set leased_until = clock_timestamp() - interval '1 second'")
                .update();
    }
}

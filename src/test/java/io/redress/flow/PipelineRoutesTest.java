package io.redress.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.camel.jms.DeadLetterChannel;
import io.redress.camel.jms.IntakeMessages;
import io.redress.failure.FailureReport;
import io.redress.intake.ItemState;
import io.redress.intake.RawMessage;
import io.redress.intake.batch.ArrivalBatch;
import io.redress.intake.recording.RecordedItem;
import io.redress.reply.SampleTicket;
import io.redress.ticket.Ticket;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jms.UncategorizedJmsException;

/** From an intake queue to the queue of a category: 10-intake to 13-batch-items, 20-triage, 30-dispatch, and 90-failures. */
class PipelineRoutesTest extends FlowTest {

    private static final Ticket TICKET = SampleTicket.of("en", "Li", "Sofa", "The colour is another", "li@example.com");

    private final Stages stages = new Stages();
    private final Batches batches = new Batches();

    @BeforeEach
    void start() throws Exception {
        bind(stages, "normalizers", "triageService", "ledger", "dispatchTable", "failures", "deadLetterChannel");
        bind(batches, "batchIntake");
        bind(new IntakeMessages(JSON), "intakeMessages");
        load(
                Map.of("redress.config-dir", "config", "redress.intake.consumers", "1"),
                "90-failures.camel.yaml",
                "91-unavailable.camel.yaml",
                "10-intake.camel.yaml",
                "11-intake-batch.camel.yaml",
                "13-batch-items.camel.yaml",
                "12-normalise.camel.yaml",
                "20-triage.camel.yaml",
                "30-dispatch.camel.yaml");
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:lookups").to("mock:lookups");
            }
        });
        mockQueues();
        feed("intake", "direct:intake");
        feed("intake-mail", "direct:intake-mail");
        feed("intake-files", "direct:intake-files");
        camel.start();
    }

    @Test
    void a_complaint_leaves_as_its_ticket_for_the_queue_of_its_category_and_for_no_other() throws Exception {
        stages.outcome = new Outcome(TICKET, "TICKETED", "");
        take();
        assertThat(sent()).containsOnlyKeys("complaints.mismatch");
        assertThat(only("complaints.mismatch").path("number").asText()).isEqualTo(TICKET.number());
        assertThat(sent().get("complaints.mismatch").get(0).getHeader("Content-Type"))
                .isEqualTo("application/json");
    }

    @Test
    void what_is_unusable_leaves_as_a_report_with_its_reason_for_queue_invalid() throws Exception {
        stages.outcome = new Outcome(null, "INVALID", "nothing in it");
        take();
        assertThat(sent()).containsOnlyKeys("invalid");
        assertThat(only("invalid").path("reason").asText()).isEqualTo("nothing in it");
    }

    @Test
    void a_repeat_is_recorded_and_sent_nowhere() throws Exception {
        stages.outcome = new Outcome(null, "DUPLICATE", "");
        take();
        assertThat(stages.recorded).hasValue(1);
        assertThat(sent()).isEmpty();
    }

    @Test
    void while_the_database_is_away_an_item_waits_and_is_then_recorded_and_sent_once() throws Exception {
        stages.outcome = new Outcome(TICKET, "TICKETED", "");
        stages.outages.set(1);
        take();
        assertThat(stages.recorded).hasValue(2);
        assertThat(sent()).containsOnlyKeys("complaints.mismatch");
        assertThat(sent().get("complaints.mismatch")).hasSize(1);
    }

    @Test
    void a_bug_makes_a_dead_letter_that_names_the_item_and_the_next_item_goes_on() throws Exception {
        stages.outcome = new Outcome(TICKET, "TICKETED", "");
        stages.bugs.set(1);
        send("direct:intake", json(arrival("web-form", null)), Map.of());
        send("direct:intake", json(arrival("web-form", null)), Map.of());
        assertThat(sent()).containsOnlyKeys("DLQ.intake", "complaints.mismatch");
        JsonNode letter = only("DLQ.intake");
        assertThat(letter.path("itemId").asText())
                .isEqualTo(arrival("web-form", null).id());
        assertThat(letter.path("state").asText()).isEqualTo("failed");
    }

    @Test
    void where_an_unreadable_message_goes_is_no_word_of_its_sender() throws Exception {
        send("direct:intake", "{ not json", Map.of("CamelJmsDestinationName", "complaints.mismatch"));
        assertThat(sent()).containsOnlyKeys("DLQ.intake");
    }

    @Test
    void a_broker_that_takes_nothing_makes_no_dead_letter_so_that_its_transaction_is_rolled_back() {
        stages.outcome = new Outcome(TICKET, "TICKETED", "");
        whenSent(exchange -> {
            throw new UncategorizedJmsException("no broker");
        });
        assertThatThrownBy(() -> send("direct:intake-mail", json(arrival("email", null)), Map.of()))
                .hasRootCauseInstanceOf(UncategorizedJmsException.class);
        assertThat(sent()).containsOnlyKeys("complaints.mismatch");
    }

    @Test
    void of_a_batch_each_that_is_recorded_leaves_for_its_queue_and_each_of_the_rest_is_tried_alone() throws Exception {
        stages.outcome = new Outcome(null, "INVALID", "nothing in it");
        RawMessage raw = arrival("web-form", null);
        batches.recorded = List.of(
                new ArrivalBatch.Recorded("", raw, RecordedItem.opened(raw, "", TICKET, json(TICKET))),
                new ArrivalBatch.Recorded("", raw, RecordedItem.withoutTicket("2", "web", ItemState.DUPLICATE, "", "")),
                new ArrivalBatch.Recorded("", raw, RecordedItem.opened(raw, "", TICKET, json(TICKET))));
        batches.rest = List.of(json(raw), json(raw));
        take();
        assertThat(sent()).containsOnlyKeys("complaints.mismatch", "invalid");
        assertThat(sent().get("complaints.mismatch")).hasSize(2);
        assertThat(sent().get("invalid")).hasSize(2);
        assertThat(stages.recorded).hasValue(2);
    }

    @Test
    void a_dead_letter_keeps_nothing_of_its_batch_back() throws Exception {
        stages.outcome = new Outcome(TICKET, "TICKETED", "");
        stages.bugs.set(1);
        String arrival = json(arrival("web-form", null));
        batches.rest = List.of(arrival, arrival, arrival);
        take();
        assertThat(sent()).containsOnlyKeys("DLQ.intake", "complaints.mismatch");
        assertThat(sent().get("complaints.mismatch")).hasSize(2);
    }

    @Test
    void what_the_broker_does_not_take_of_a_batch_rolls_all_of_it_back() throws Exception {
        stages.outcome = new Outcome(TICKET, "TICKETED", "");
        String arrival = json(arrival("web-form", null));
        batches.rest = List.of(arrival, arrival);
        var sends = new AtomicInteger();
        whenSent(exchange -> {
            if (sends.getAndIncrement() == 0) {
                throw new UncategorizedJmsException("no broker");
            }
        });
        assertThatThrownBy(this::take).hasRootCauseInstanceOf(UncategorizedJmsException.class);
    }

    @Test
    void of_a_batch_that_breaks_each_is_tried_alone() throws Exception {
        stages.outcome = new Outcome(TICKET, "TICKETED", "");
        batches.broken = true;
        take();
        assertThat(sent().get("complaints.mismatch")).hasSize(1);
        assertThat(batches.broken).isFalse();
    }

    /** Hands one arrival to route intake. */
    private void take() throws Exception {
        send("direct:intake", json(arrival("web-form", null)), Map.of("CamelJmsDestinationName", "elsewhere"));
    }

    private JsonNode only(String queue) throws IOException {
        assertThat(sent().get(queue)).hasSize(1);
        return JSON.readTree(sent().get(queue).get(0).getBody(byte[].class));
    }

    /** What the ledger says of an item. */
    public record Outcome(@Nullable Ticket ticket, String state, String reason) {

        public String document() throws Exception {
            return json(ticket);
        }
    }

    /** The bean that reads and records batches: every message is of the rest unless a test says otherwise. */
    public static final class Batches {

        private List<ArrivalBatch.Recorded> recorded = List.of();
        private List<?> rest;
        private boolean broken;

        /** As {@link ArrivalBatch}. */
        public record Batch(List<?> arrivals, List<ArrivalBatch.Recorded> recorded, List<?> alone, List<?> next) {}

        public Batch read(List<?> messages) {
            List<?> all = rest == null ? messages : rest;
            var batch = new Batch(List.of(), recorded, all.subList(0, 1), all.subList(1, all.size()));
            recorded = List.of();
            rest = null;
            return batch;
        }

        public void record(Batch batch, List<?> completed) {
            if (broken) {
                throw new IllegalStateException("a bug of ours");
            }
        }

        public void broken(Batch batch, Throwable why) {
            broken = false;
        }
    }

    /** The beans of the stages, as far as routes call them. */
    public static final class Stages {

        private final AtomicInteger outages = new AtomicInteger();
        private final AtomicInteger bugs = new AtomicInteger();
        private final AtomicInteger recorded = new AtomicInteger();
        private Outcome outcome = new Outcome(null, "DUPLICATE", "");

        public RawMessage read(RawMessage raw) {
            if (bugs.getAndDecrement() > 0) {
                throw new IllegalStateException("a bug of ours");
            }
            return raw;
        }

        public Outcome assess(RawMessage raw) {
            return outcome;
        }

        public Outcome record(Outcome assessed) {
            recorded.incrementAndGet();
            if (outages.getAndDecrement() > 0) {
                throw new DataAccessResourceFailureException("no database");
            }
            return assessed;
        }

        public String queueOf(Ticket ticket) {
            return "complaints." + ticket.triage().category();
        }

        public FailureReport invalid(RawMessage raw, String reason) {
            return FailureReport.of(raw, "invalid", reason, Instant.EPOCH);
        }

        public FailureReport failed(RawMessage raw, Throwable error) {
            return FailureReport.of(raw, "failed", error.getMessage(), Instant.EPOCH);
        }

        /** As {@link DeadLetterChannel}, which wants a message of JMS. */
        public void receive(Exchange exchange) {
            exchange.setVariable("deadLetterQueue", "DLQ.intake");
        }
    }
}

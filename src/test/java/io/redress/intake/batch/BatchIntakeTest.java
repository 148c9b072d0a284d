package io.redress.intake.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.intake.CanonicalComplaint;
import io.redress.intake.ItemState;
import io.redress.intake.NormalizationResult;
import io.redress.intake.Normalizer;
import io.redress.intake.Normalizers;
import io.redress.intake.Original;
import io.redress.intake.OwnArrivals;
import io.redress.intake.RawMessage;
import io.redress.intake.Refusal;
import io.redress.intake.SenderVerification;
import io.redress.lookup.LookupRules;
import io.redress.lookup.LookupService;
import io.redress.ticket.Complaint;
import io.redress.ticket.Customer;
import io.redress.ticket.Product;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class BatchIntakeTest {

    private static final LookupRules RULES = LookupRules.read(Path.of("config"));

    /** Which item the log named while each arrival was read. */
    private final List<String> logged = new ArrayList<>();

    private final LookupService lookups =
            new LookupService(() -> RULES, name -> true, name -> null, Clock.systemUTC(), Duration.ofMinutes(1));

    private final BatchIntake intake = new BatchIntake(
            message -> raw(String.valueOf(message)),
            new Normalizers(
                    List.of(new Watched()), original -> new byte[0], UnaryOperator.identity(), OwnArrivals.none()),
            lookups,
            null,
            null,
            null);

    @Test
    void messages_are_read_up_to_the_first_that_fails_which_is_tried_alone_and_the_others_go_on() {
        ArrivalBatch batch = intake.read(List.of("1", "2", "broken", "4"));
        assertThat(batch.arrivals()).extracting(one -> one.raw().id()).containsExactly("1", "2");
        batch.ended(null);
        batch.ended(null);
        assertThat(batch.alone()).containsExactly("broken");
        assertThat(batch.next()).containsExactly("4");
    }

    @Test
    void a_message_that_comes_alone_is_left_to_be_tried_alone() {
        ArrivalBatch batch = intake.read(List.of("1"));
        assertThat(batch.arrivals()).isEmpty();
        assertThat(batch.alone()).containsExactly("1");
        assertThat(batch.next()).isEmpty();
    }

    @Test
    void the_log_names_the_item_that_is_read_and_none_afterwards() {
        intake.read(List.of("1", "2", "broken"));
        assertThat(logged).containsExactly("1", "2", "broken");
        assertThat(MDC.get("item")).isNull();
        assertThat(MDC.get("ticket")).isNull();
    }

    @Test
    void a_batch_ends_before_other_systems_are_asked_more_than_their_threads_can_at_once() {
        List<String> customers =
                IntStream.range(0, 100).mapToObj(i -> "138001380" + (10 + i)).toList();
        ArrivalBatch batch = intake.read(customers);
        int questions = batch.arrivals().stream()
                .mapToInt(arrival -> lookups.questions(arrival).size())
                .sum();
        assertThat(questions).isBetween(30, 32);
        batch.arrivals().forEach(arrival -> batch.ended(null));
        assertThat(batch.alone()).isEmpty();
        assertThat(batch.next()).hasSize(100 - batch.arrivals().size());
    }

    private static RawMessage raw(String id) {
        return new RawMessage(
                id, "R-260701-ABCDEF", "form", "plain", Instant.EPOCH, null, Map.of(), Original.inline(new byte[0]));
    }

    private final class Watched implements Normalizer {

        @Override
        public String format() {
            return "plain";
        }

        @Override
        public NormalizationResult read(RawMessage raw, byte[] original) {
            logged.add(MDC.get("item"));
            if (raw.id().equals("broken")) {
                throw new IllegalStateException("a bug of ours");
            }
            if (raw.id().startsWith("138")) {
                return complaintOf(raw.id());
            }
            return new Refusal(ItemState.INVALID, "nothing in it", null, List.of());
        }
    }

    private static CanonicalComplaint complaintOf(String phone) {
        return new CanonicalComplaint(
                "web-form",
                phone,
                new Customer(null, List.of(phone), List.of(), List.of(), null),
                Product.unknown(),
                new Complaint(null, "the door", "en", null, null, List.of()),
                List.of(),
                List.of(),
                List.of(),
                true,
                SenderVerification.UNPROVED);
    }
}

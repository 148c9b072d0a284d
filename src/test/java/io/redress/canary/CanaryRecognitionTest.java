package io.redress.canary;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.handoff.KeyedDigest;
import io.redress.intake.ItemState;
import io.redress.intake.NormalizationResult;
import io.redress.intake.Normalizer;
import io.redress.intake.Original;
import io.redress.intake.RawMessage;
import io.redress.intake.Refusal;
import io.redress.ledger.canary.SqlCanaries;
import io.redress.testing.OwnDatabase;
import io.redress.testing.SetClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing but a canary is taken for one. */
class CanaryRecognitionTest extends OwnDatabase {

    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
    private static final String ITEM = UUID.randomUUID().toString();

    private final SetClock clock = new SetClock(NOW);
    private final CanaryMarks marks = new CanaryMarks(new KeyedDigest(new byte[32]));
    private final SqlCanaries canaries = new SqlCanaries(jdbc);
    private final CanaryRecognition recognition = new CanaryRecognition(marks, canaries, clock);
    private final UUID id = UUID.randomUUID();
    private final String mark = marks.of(id, "shop");
    private final Normalizer text = new Normalizer() {
        @Override
        public String format() {
            return "text";
        }

        @Override
        public NormalizationResult read(RawMessage raw, byte[] original) {
            throw new IllegalStateException();
        }
    };

    @BeforeEach
    void send() {
        jdbc.sql("truncate canary").update();
        assertThat(sent(id, mark)).isTrue();
    }

    private boolean sent(UUID canary, String said) {
        Instant now = clock.instant();
        return canaries.send(
                new Canary(canary, "shop", now, now.plusSeconds(60), true, null, null),
                Duration.ofMinutes(15),
                CanaryRecognition.digest(said));
    }

    @Test
    void a_canary_is_recognised_each_time_that_its_item_is_read() {
        clock.pass(Duration.ofMillis(1500));
        for (int i = 0; i < 2; i++) {
            assertThat(recognise("shop", mark, ITEM)).hasValueSatisfying(refusal -> {
                assertThat(refusal.state()).isEqualTo(ItemState.CANARY);
                assertThat(refusal.reason()).isEqualTo("a canary of the hub, 1500 ms after it was sent");
                assertThat(refusal.sourceKey()).isNull();
            });
            clock.pass(Duration.ofSeconds(1));
        }
    }

    @Test
    void a_copy_of_its_mark_is_none() {
        assertThat(recognise("shop", "My kettle leaks. " + mark, ITEM)).isEmpty();
        assertThat(recognise("shop", mark + " ", ITEM)).isEmpty();
        assertThat(recognise("other", mark, ITEM)).isEmpty();
        assertThat(recognise("shop", mark, ITEM)).isPresent();
    }

    @Test
    void one_that_comes_late_or_twice_is_still_one_and_says_how_late_it_was() {
        clock.pass(Duration.ofDays(30));
        assertThat(recognise("shop", mark, ITEM).orElseThrow().reason()).contains("2592000000 ms");
        clock.pass(Duration.ofDays(1));
        assertThat(recognise("shop", mark, UUID.randomUUID().toString())).isPresent();
        assertThat(canaries.all(NOW.minusSeconds(1)).get(0).state(clock.instant()))
                .isEqualTo(Canary.State.LATE);
    }

    @Test
    void a_mark_that_the_hub_did_not_make_is_none() {
        var forger = new CanaryMarks(new KeyedDigest(new byte[] {1}));
        assertThat(recognise("shop", forger.of(id, "shop"), ITEM)).isEmpty();
        String unsent = marks.of(UUID.randomUUID(), "shop");
        assertThat(recognise("shop", unsent, ITEM)).isEmpty();
    }

    @Test
    void only_one_is_sent_in_its_time() {
        UUID next = UUID.randomUUID();
        assertThat(sent(next, marks.of(next, "shop"))).isFalse();
        clock.pass(Duration.ofMinutes(15));
        assertThat(sent(next, marks.of(next, "shop"))).isTrue();
    }

    @Test
    void old_ones_are_removed_with_their_items() {
        jdbc.sql("""
                insert into item (id, number, channel, format, received_at, state, reason, attributes, original_size, updated_at)
                select gen_random_uuid(), 'R-' || state, 'shop', 'text', '2026-11-28T10:00:00Z', state, '', '{}', 0, now()
                from unnest(array['canary', 'ticketed']) state
                """).update();
        canaries.purge(List.of("shop"), NOW, NOW);
        assertThat(canaries.all(Instant.EPOCH)).hasSize(1);
        canaries.purge(List.of("shop"), NOW.plusSeconds(1), NOW.plusSeconds(1));
        assertThat(canaries.all(Instant.EPOCH)).isEmpty();
        assertThat(jdbc.sql("select state from item").query(String.class).list())
                .containsExactly("ticketed");
    }

    private Optional<Refusal> recognise(String channel, String said, String item) {
        byte[] original = said.getBytes(StandardCharsets.UTF_8);
        var raw = new RawMessage(
                item, "R-261122-ABCDEF", channel, "text", NOW, null, Map.of(), Original.inline(original));
        return recognition.recognise(raw, text, original);
    }
}

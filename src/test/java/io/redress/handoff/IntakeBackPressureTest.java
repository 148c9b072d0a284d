package io.redress.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.redress.handoff.IntakeLimits.Load;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class IntakeBackPressureTest {

    private static final long ROOM = 1L << 40;
    private final IntakeLimits limits = new IntakeLimits(1_000, 100L << 20);

    @Test
    void nothing_is_used_up_at_the_limits_themselves() {
        assertThat(limits.exceededBy(new Load(1_000, 90, 100L << 20), false)).isNull();
    }

    @Test
    void too_many_arrivals_a_full_store_or_a_full_disk_close_the_gate_and_the_reason_names_the_setting() {
        assertThat(limits.exceededBy(new Load(1_001, 0, ROOM), false)).contains("1001", "redress.intake.most-waiting");
        assertThat(limits.exceededBy(new Load(0, 91, ROOM), false)).contains("91 %", "redress.broker.store-limit");
        assertThat(limits.exceededBy(new Load(0, 0, 99L << 20), false))
                .contains("99 MB", "redress.intake.least-free-space");
    }

    @Test
    void a_closed_gate_opens_only_when_a_fifth_is_free_again() {
        assertThat(limits.exceededBy(new Load(801, 0, ROOM), true)).isNotNull();
        assertThat(limits.exceededBy(new Load(800, 0, ROOM), true)).isNull();
        assertThat(limits.exceededBy(new Load(0, 73, ROOM), true)).isNotNull();
        assertThat(limits.exceededBy(new Load(0, 72, ROOM), true)).isNull();
        assertThat(limits.exceededBy(new Load(0, 0, 124L << 20), true)).isNotNull();
        assertThat(limits.exceededBy(new Load(0, 0, 125L << 20), true)).isNull();
    }

    @Test
    void who_asks_at_a_closed_gate_is_told_why_and_who_waits_goes_on_when_it_opens() {
        var backPressure = new IntakeBackPressure();
        backPressure.admit();
        backPressure.set("too much");
        assertThatThrownBy(backPressure::admit).isInstanceOf(IntakeFull.class).hasMessageContaining("too much");
        var file = new Thread(() -> passed(backPressure));
        file.start();
        await().until(() -> file.getState() == Thread.State.WAITING);
        backPressure.set(null);
        await().until(() -> !file.isAlive());
        backPressure.admit();
    }

    @Test
    void who_waits_when_the_hub_stops_gives_up() {
        var backPressure = new IntakeBackPressure();
        backPressure.set("too much");
        var gaveUp = new CompletableFuture<Void>();
        var file = new Thread(() -> {
            try {
                backPressure.pass();
            } catch (InterruptedException e) {
                gaveUp.complete(null);
            }
        });
        file.start();
        file.interrupt();
        await().until(gaveUp::isDone);
    }

    private static void passed(IntakeBackPressure backPressure) {
        try {
            backPressure.pass();
        } catch (InterruptedException e) {
            throw new CompletionException(e);
        }
    }
}

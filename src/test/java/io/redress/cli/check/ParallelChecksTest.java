package io.redress.cli.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.configfile.Check;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ParallelChecksTest {

    @Test
    void every_check_runs_once() throws InterruptedException {
        Set<String> ran = new ConcurrentSkipListSet<>();
        ParallelChecks.each(checks("alerts", "templates", "routes"), check -> assertThat(ran.add(check.name()))
                .isTrue());
        assertThat(ran).containsExactly("alerts", "routes", "templates");
    }

    @Test
    void the_routes_hold_up_no_other_check() throws InterruptedException {
        var others = new CountDownLatch(2);
        ParallelChecks.each(checks("alerts", "surveys", "routes"), check -> {
            if (check.name().equals("routes")) {
                waitFor(others);
            } else {
                others.countDown();
            }
        });
        assertThat(others.getCount()).isZero();
    }

    @Test
    void a_check_that_breaks_off_is_told() {
        assertThatThrownBy(() -> ParallelChecks.each(checks("alerts"), check -> {
                    throw new IllegalStateException("no memory of it");
                }))
                .hasRootCauseMessage("no memory of it");
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Check> checks(String... names) {
        return Stream.of(names).map(name -> Check.of(name, List::of, List::of)).toList();
    }
}

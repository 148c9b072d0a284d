package io.redress.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.handoff.ConcurrencyCounter;
import io.redress.handoff.SourceNetwork;
import io.redress.settings.channel.RequestSettings;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class RequestLimitsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final MinimumBodyRate QUIET = MinimumBodyRate.of(1, 400, PATIENCE);
    private static final long SECOND = 1_000_000_000;

    private final AtomicLong now = new AtomicLong();

    @ParameterizedTest
    @CsvSource({"0,30000,1000", "99,30000,1000", "100,5000,4000", "299,5000,4000", "300,1000,16000", "400,1000,16000"})
    void more_is_asked_of_bodies_the_more_there_are(int open, long patienceMillis, int bytesPerSecond) {
        assertThat(MinimumBodyRate.of(open, 400, PATIENCE))
                .isEqualTo(new MinimumBodyRate(Duration.ofMillis(patienceMillis), bytesPerSecond));
    }

    @ParameterizedTest
    @CsvSource({"1,31", "500,60", "999,301"})
    void a_body_slower_than_is_asked_ends_sooner_or_later(int bytesPerSecond, int seconds) {
        var rate = new TransferRateMonitor(Duration.ofMinutes(5));
        int lasted = 1;
        while (!rate.isTooSlow(QUIET, SECOND, bytesPerSecond)) {
            lasted++;
        }
        assertThat(lasted).isBetween(seconds - 1, seconds + 1);
    }

    @Test
    void a_body_that_is_fast_enough_has_the_whole_time_and_no_more() {
        var rate = new TransferRateMonitor(Duration.ofMinutes(5));
        for (int i = 0; i < 300; i++) {
            assertThat(rate.isTooSlow(QUIET, SECOND, 1_000)).isFalse();
        }
        assertThat(rate.isTooSlow(QUIET, SECOND, 1_000_000)).isTrue();
    }

    @Test
    void what_came_fast_does_not_pay_for_a_long_silence() {
        var rate = new TransferRateMonitor(Duration.ofMinutes(5));
        assertThat(rate.isTooSlow(QUIET, SECOND, 20_000_000)).isFalse();
        assertThat(rate.isTooSlow(QUIET, 29 * SECOND, 0)).isFalse();
        assertThat(rate.isTooSlow(QUIET, 2 * SECOND, 0)).isTrue();
    }

    @Test
    void a_crowd_takes_the_credit_away_that_a_quiet_time_gave() {
        var rate = new TransferRateMonitor(Duration.ofMinutes(5));
        assertThat(rate.isTooSlow(QUIET, SECOND, 1)).isFalse();
        MinimumBodyRate crowd = MinimumBodyRate.of(300, 400, PATIENCE);
        assertThat(rate.isTooSlow(crowd, SECOND / 2, 1)).isFalse();
        assertThat(rate.isTooSlow(crowd, SECOND, 1)).isTrue();
    }

    @Test
    void an_address_has_so_many_requests_until_one_of_them_ends() {
        var addresses = new ConcurrencyCounter(2);
        assertThat(addresses.enter("a")).isTrue();
        assertThat(addresses.enter("a")).isTrue();
        assertThat(addresses.enter("a")).isFalse();
        assertThat(addresses.enter("b")).isTrue();
        addresses.leave("a");
        assertThat(addresses.enter("a")).isTrue();
        assertThat(addresses.enter("a")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7,203.0.113.7",
        "2001:db8:1:2:3:4:5:6,20010db800010002::/64",
        "2001:db8:1:2::99,20010db800010002::/64",
        "2001:db8:1:3::1,20010db800010003::/64",
        "::ffff:203.0.113.7,203.0.113.7",
        "2001:0db8:0001:0002:ffff:ffff:ffff:ffff,20010db800010002::/64",
        "2001:DB8:1:2::,20010db800010002::/64",
        "[2001:db8:1:2::5],20010db800010002::/64",
        "fe80::1%eth0,fe80000000000000::/64",
        "fe80::2%7,fe80000000000000::/64",
        "::1,0000000000000000::/64",
        "203.0.113.8,203.0.113.8",
        "proxy.example.com,proxy.example.com",
        "no:address,no:address"
    })
    void a_network_of_ipv6_is_one_sender(String address, String sender) {
        assertThat(SourceNetwork.of(address)).isEqualTo(sender);
    }

    @Test
    void bodies_that_wait_for_memory_go_on_one_by_one() throws Exception {
        var memory = new RequestBodyMemory(100, Duration.ofSeconds(30), System::nanoTime);
        var first = memory.reservation();
        var second = memory.reservation();
        assertThat(first.grow(60)).isTrue();
        assertThat(second.grow(40)).isTrue();
        var waiting = CompletableFuture.supplyAsync(() -> grown(second, 90));
        assertThat(first.grow(90)).as("who came first goes on").isTrue();
        assertThat(waiting).isNotDone();
        first.release();
        assertThat(waiting.get(10, TimeUnit.SECONDS)).isTrue();
        second.release();
        assertThat(memory.held()).isZero();
    }

    @Test
    void a_body_that_finds_no_memory_in_time_is_refused_and_holds_no_more() throws Exception {
        var memory = new RequestBodyMemory(100, Duration.ZERO, now::get);
        var first = memory.reservation();
        var second = memory.reservation();
        assertThat(first.grow(80)).isTrue();
        assertThat(second.grow(20)).isTrue();
        assertThat(second.grow(21)).isFalse();
        assertThat(memory.held()).isEqualTo(100);
        second.release();
        assertThat(memory.held()).isEqualTo(80);
    }

    @Test
    void a_flood_of_refusals_gives_a_line_a_minute() {
        List<String> lines = new ArrayList<>();
        var refusals = new RejectedRequestMetrics(now::get, lines::add);
        Collections.nCopies(500, RequestRejection.SLOW_BODY).forEach(refusals::count);
        assertThat(lines).containsExactly("1 slow-body");
        now.addAndGet(61 * SECOND);
        refusals.tell();
        refusals.tell();
        assertThat(lines).containsExactly("1 slow-body", "499 slow-body");
        assertThat(refusals.of(RequestRejection.SLOW_BODY)).isEqualTo(500);
        now.addAndGet(61 * SECOND);
        refusals.tell();
        assertThat(lines).hasSize(2);
    }

    @Test
    void connections_are_counted_anew_before_one_is_refused() {
        List<String> open = new ArrayList<>();
        var policy = new ConnectionPolicy(2, "10.0.0.1"::equals, Duration.ofSeconds(10));
        var connections = new ConnectionCounter(policy, () -> open, now::get);
        assertThat(connections.admits("a")).isTrue();
        assertThat(connections.admits("a")).isTrue();
        assertThat(connections.admits("a")).as("the first two have ended").isTrue();
        open.addAll(List.of("a", "a"));
        now.addAndGet(SECOND);
        assertThat(connections.admits("a")).isTrue();
        assertThat(connections.admits("a")).isFalse();
        assertThat(connections.admits("b")).isTrue();
        open.addAll(Collections.nCopies(100, "10.0.0.1"));
        assertThat(connections.admits("10.0.0.1")).isTrue();
    }

    @Test
    void a_fifth_of_the_threads_is_never_for_bodies() {
        var settings = settings(400, null);
        assertThat(settings.bodies(500)).isEqualTo(400);
        assertThat(settings.bodies(200)).isEqualTo(160);
        assertThat(settings(50, null).bodies(200)).isEqualTo(50);
    }

    @Test
    void bodies_hold_an_eighth_of_the_heap_unless_it_is_said() {
        assertThat(settings(1, null).memory(1L << 30)).isEqualTo(1L << 27);
        assertThat(settings(1, null).memory(1L << 26))
                .isEqualTo(DataSize.ofMegabytes(32).toBytes());
        assertThat(settings(1, DataSize.ofMegabytes(300)).memory(1L << 30))
                .isEqualTo(DataSize.ofMegabytes(300).toBytes());
    }

    @Test
    void at_least_one_body_is_received_at_a_time() {
        try (ValidatorFactory validators = Validation.buildDefaultValidatorFactory()) {
            assertThat(validators.getValidator().validate(settings(0, null)))
                    .singleElement()
                    .satisfies(
                            violation -> assertThat(violation.getPropertyPath()).hasToString("bodies"));
        }
    }

    private static RequestSettings settings(int bodies, DataSize memory) {
        return new RequestSettings(Duration.ofSeconds(10), Duration.ofMinutes(5), 200, bodies, memory, 512);
    }

    private static boolean grown(RequestBodyMemory.Reservation reservation, long to) {
        try {
            return reservation.grow(to);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

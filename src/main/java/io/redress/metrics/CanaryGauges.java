package io.redress.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.redress.canary.Canaries;
import io.redress.canary.Canary;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The canaries of channels: how long ago the last one that arrived was sent, and how long it took. */
@Component
class CanaryGauges {

    private static final Logger LOG = LoggerFactory.getLogger(CanaryGauges.class);
    private static final double SECOND = 1000;
    /** An older canary says nothing of how its channel is now. */
    private static final Duration SHOWN = Duration.ofDays(1);

    private final Canaries canaries;
    private final Clock clock;
    private final MultiGauge age;
    private final MultiGauge roundTrip;

    CanaryGauges(MeterRegistry meters, Canaries canaries, Clock clock) {
        this.canaries = canaries;
        this.clock = clock;
        this.age = MultiGauge.builder("redress.channel.canary.age")
                .description("How long ago the last canary that arrived was sent")
                .baseUnit("seconds")
                .register(meters);
        this.roundTrip = MultiGauge.builder("redress.channel.canary.round.trip")
                .description("How long the last canary that arrived took")
                .baseUnit("seconds")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "${redress.gauges.every}")
    void refresh() {
        try {
            Map<String, Canary> last = new LinkedHashMap<>();
            canaries.all(clock.instant().minus(SHOWN)).stream()
                    .filter(canary -> canary.arrivedAt() != null)
                    .forEach(canary -> last.putIfAbsent(canary.channel(), canary));
            age.register(rows(last.values(), canary -> Duration.between(canary.sentAt(), clock.instant())), true);
            roundTrip.register(rows(last.values(), canary -> Objects.requireNonNull(canary.roundTrip())), true);
        } catch (DataAccessException e) {
            LOG.warn("the gauges of canaries keep their last values: {}", e.getMessage());
        }
    }

    private static Iterable<Row<?>> rows(Collection<Canary> last, Function<Canary, Duration> value) {
        return last.stream()
                .<Row<?>>map(canary -> Row.of(
                        Tags.of("channel", canary.channel()),
                        value.apply(canary).toMillis() / SECOND))
                .toList();
    }
}

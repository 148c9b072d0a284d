package io.redress.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.redress.health.target.TargetState;
import io.redress.health.target.TargetStates;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The figures of targets, read from the ledger like the hub's others. */
@Component
class TargetGauges {

    private static final Logger LOG = LoggerFactory.getLogger(TargetGauges.class);

    private final TargetStates states;
    private final MultiGauge waiting;
    private final MultiGauge lag;
    private final MultiGauge refused;
    private final MultiGauge healthy;

    TargetGauges(MeterRegistry meters, TargetStates states) {
        this.states = states;
        this.waiting = gauge(meters, "redress.target.waiting", "Deliveries that wait");
        this.lag = MultiGauge.builder("redress.target.lag")
                .description("How long the oldest delivery has waited; 0 when none waits")
                .baseUnit("seconds")
                .register(meters);
        this.refused = gauge(meters, "redress.target.refused", "Deliveries that the target refused for good");
        this.healthy = gauge(meters, "redress.target.healthy", "1 while a target takes what it gets, else 0");
    }

    private static MultiGauge gauge(MeterRegistry meters, String name, String description) {
        return MultiGauge.builder(name).description(description).register(meters);
    }

    @Scheduled(fixedDelayString = "${redress.gauges.every}")
    void refresh() {
        try {
            List<TargetState> all = states.all();
            waiting.register(rows(all, TargetState::waiting), true);
            lag.register(rows(all, TargetState::lagSeconds), true);
            refused.register(rows(all, TargetState::refused), true);
            healthy.register(rows(all, one -> one.healthy() ? 1 : 0), true);
        } catch (DataAccessException e) {
            LOG.warn("the gauges of targets keep their last values: {}", e.getMessage());
        }
    }

    private static List<Row<?>> rows(List<TargetState> all, ToDoubleFunction<TargetState> value) {
        return all.stream()
                .<Row<?>>map(one -> Row.of(Tags.of("target", one.name()), value.applyAsDouble(one)))
                .toList();
    }
}

package io.redress.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.redress.broker.monitoring.QueueMonitor;
import io.redress.broker.monitoring.QueueState;
import io.redress.health.channel.ArrivalStatistics;
import io.redress.health.channel.ChannelWatch;
import jakarta.jms.JMSException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The hub's own figures. They are read from the ledger and the broker, so that they stay true over restarts, and every
 * node of a hub shows the same. What a stage takes is in Camel's route timers, whose tag {@code routeId} is the stage.
 */
@Component
class HubGauges {

    private static final Logger LOG = LoggerFactory.getLogger(HubGauges.class);

    private final ArrivalStatistics statistics;
    private final QueueMonitor queues;
    private final ChannelWatch watch;
    private final MultiGauge items;
    private final MultiGauge depths;
    private final MultiGauge ages;
    private final MultiGauge health;

    HubGauges(MeterRegistry meters, ArrivalStatistics statistics, QueueMonitor queueMonitor, ChannelWatch watch) {
        this.statistics = statistics;
        this.queues = queueMonitor;
        this.watch = watch;
        this.items = MultiGauge.builder("redress.items")
                .description("Items in the ledger, by channel and state")
                .register(meters);
        this.depths = MultiGauge.builder("redress.queue.depth")
                .description("Messages that wait in a queue")
                .register(meters);
        this.ages = MultiGauge.builder("redress.queue.oldest.age")
                .description("How long a queue's oldest message has waited; 0 when none waits")
                .baseUnit("seconds")
                .register(meters);
        this.health = MultiGauge.builder("redress.channel.healthy")
                .description("1 while a channel does its work, else 0")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "${redress.gauges.every}")
    void refresh() {
        try {
            refreshItems();
            refreshQueues();
        } catch (DataAccessException | JMSException e) {
            LOG.warn("gauges keep their last values: {}", e.getMessage());
        }
        health.register(
                rows(
                        watch.look().entrySet(),
                        channel -> Row.of(
                                Tags.of("channel", channel.getKey()),
                                channel.getValue().healthy() ? 1 : 0)),
                true);
    }

    private void refreshItems() {
        items.register(
                rows(
                        statistics.counts(),
                        count -> Row.of(Tags.of("channel", count.channel(), "state", count.state()), count.items())),
                true);
    }

    private void refreshQueues() throws JMSException {
        List<QueueState> states = queues.all();
        depths.register(rows(states, queue -> Row.of(Tags.of("queue", queue.name()), queue.depth())), true);
        ages.register(
                rows(
                        states,
                        queue -> Row.of(
                                Tags.of("queue", queue.name()),
                                Objects.requireNonNullElse(queue.oldestAgeSeconds(), 0L))),
                true);
    }

    private static <T> List<Row<?>> rows(Collection<T> from, Function<T, Row<?>> row) {
        return from.stream().<Row<?>>map(row).toList();
    }
}

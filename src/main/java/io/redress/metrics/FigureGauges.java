package io.redress.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.redress.figures.FigureRow;
import io.redress.figures.Figures;
import io.redress.figures.rise.VolumeSpikes;
import io.redress.ledger.figures.OpenTickets;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The figures of the week that runs, and what waits; read from the ledger like the hub's others. */
@Component
class FigureGauges {

    private static final Logger LOG = LoggerFactory.getLogger(FigureGauges.class);

    private final Figures figures;
    private final OpenTickets tickets;
    private final VolumeSpikes spikes;
    private final MultiGauge week;
    private final MultiGauge open;
    private final MultiGauge overdue;
    private final MultiGauge rising;

    FigureGauges(MeterRegistry meters, Figures figures, OpenTickets tickets, VolumeSpikes volumeSpikes) {
        this.figures = figures;
        this.tickets = tickets;
        this.spikes = volumeSpikes;
        this.week = gauge(meters, "redress.figures", "Figures of this week so far; times in seconds, shares 0 to 1");
        this.open = gauge(meters, "redress.tickets.open", "Tickets without a remedy");
        this.overdue = gauge(meters, "redress.tickets.overdue", "Clocks that run on after their due time");
        this.rising = gauge(meters, "redress.rises", "Categories and products with an unusual rise in complaints");
    }

    private static MultiGauge gauge(MeterRegistry meters, String name, String description) {
        return MultiGauge.builder(name).description(description).register(meters);
    }

    @Scheduled(fixedDelayString = "${redress.figures.gauges-every}")
    void refresh() {
        try {
            week.register(rows(figures.thisWeek()), true);
            open.register(List.of(Row.of(Tags.empty(), tickets.open())), true);
            rising.register(List.of(Row.of(Tags.empty(), spikes.open().size())), true);
            overdue.register(
                    tickets.overdue().entrySet().stream()
                            .<Row<?>>map(clock -> Row.of(Tags.of("clock", clock.getKey()), clock.getValue()))
                            .toList(),
                    true);
        } catch (DataAccessException e) {
            LOG.warn("the gauges of figures keep their last values: {}", e.getMessage());
        }
    }

    /** What nothing was counted of yet has no gauge. */
    private static List<Row<?>> rows(FigureRow row) {
        return row.figures().entrySet().stream()
                .filter(figure -> figure.getValue().value() != null)
                .<Row<?>>map(figure -> Row.of(
                        Tags.of("figure", figure.getKey().key()),
                        figure.getValue().value()))
                .toList();
    }
}

package io.redress.figures;

import com.fasterxml.jackson.annotation.JsonValue;
import io.redress.ticket.Keyed;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** A figure that a shop can hold itself to; {@code docs/figures.md} has each definition. */
public enum Figure implements Keyed {
    RECEIVED(Fact.RECEIVED, Tally::count, Unit.COUNT, Better.NEITHER),
    IN_TIME(Fact.IN_TIME, Tally::mean, Unit.SHARE, Better.MORE),
    FIRST_RESPONSE_IN_TIME(Fact.FIRST_RESPONSE_CLOCK, Tally::mean, Unit.SHARE, Better.MORE),
    RESOLUTION_IN_TIME(Fact.RESOLUTION_CLOCK, Tally::mean, Unit.SHARE, Better.MORE),
    ANSWERED_24H(Fact.ANSWERED, Tally::mean, Unit.SHARE, Better.MORE),
    FIRST_CONTACT(Fact.FIRST_CONTACT, Tally::mean, Unit.SHARE, Better.MORE),
    REOPENED(Fact.REOPENED, Tally::mean, Unit.SHARE, Better.LESS),
    CSAT(Fact.CSAT, Tally::mean, Unit.SCORE, Better.MORE),
    SATISFIED(Fact.SATISFIED, Tally::mean, Unit.SHARE, Better.MORE),
    NPS(Fact.NPS, Tally::mean, Unit.POINTS, Better.MORE),
    CALLBACK_REACH(Fact.CALLBACK, Tally::mean, Unit.SHARE, Better.MORE),
    FIRST_RESPONSE_MEDIAN(Fact.FIRST_RESPONSE_TIME, Tally::median, Unit.SECONDS, Better.LESS),
    FIRST_RESPONSE_P90(Fact.FIRST_RESPONSE_TIME, Tally::p90, Unit.SECONDS, Better.LESS),
    RESOLUTION_MEDIAN(Fact.RESOLUTION_TIME, Tally::median, Unit.SECONDS, Better.LESS),
    RESOLUTION_P90(Fact.RESOLUTION_TIME, Tally::p90, Unit.SECONDS, Better.LESS);

    /** Which way is better; a figure without one has no target. */
    public enum Better {
        MORE,
        LESS,
        NEITHER
    }

    private final Fact fact;
    private final ToDoubleFunction<Tally> statistic;
    private final Unit unit;
    private final Better better;

    Figure(Fact fact, ToDoubleFunction<Tally> statistic, Unit unit, Better better) {
        this.fact = fact;
        this.statistic = statistic;
        this.unit = unit;
        this.better = better;
    }

    public Fact fact() {
        return fact;
    }

    public Unit unit() {
        return unit;
    }

    public Better better() {
        return better;
    }

    /** The figure's value; null when nothing was counted, except for a count, which is then 0. */
    public @Nullable Double of(Tally tally) {
        return tally.count() == 0 && unit != Unit.COUNT ? null : (Double) statistic.applyAsDouble(tally);
    }

    /** Whether a value reaches a target. */
    boolean meets(double value, double target) {
        return better == Better.LESS ? value <= target : value >= target;
    }

    /** The keys of those that can have a target. */
    static List<String> withTargets() {
        return Arrays.stream(values())
                .filter(figure -> figure.better != Better.NEITHER)
                .map(Figure::key)
                .toList();
    }

    /** The figure of a key; null for any other text. */
    public static @Nullable Figure of(@Nullable String key) {
        return Keyed.of(Figure.class, key);
    }

    /** In JSON, too. */
    @Override
    @JsonValue
    public String key() {
        return Keyed.super.key();
    }
}

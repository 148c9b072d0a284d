package io.redress.figures;

import com.fasterxml.jackson.annotation.JsonValue;
import io.redress.ticket.KeyedEnum;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** A figure that a shop can hold itself to; {@code docs/figures.md} has each definition. */
public enum Figure implements KeyedEnum {
    RECEIVED(FigureFact.RECEIVED, FactStatistics::count, FigureUnit.COUNT, Better.NEITHER),
    IN_TIME(FigureFact.IN_TIME, FactStatistics::mean, FigureUnit.SHARE, Better.MORE),
    FIRST_RESPONSE_IN_TIME(FigureFact.FIRST_RESPONSE_CLOCK, FactStatistics::mean, FigureUnit.SHARE, Better.MORE),
    RESOLUTION_IN_TIME(FigureFact.RESOLUTION_CLOCK, FactStatistics::mean, FigureUnit.SHARE, Better.MORE),
    ANSWERED_24H(FigureFact.ANSWERED, FactStatistics::mean, FigureUnit.SHARE, Better.MORE),
    FIRST_CONTACT(FigureFact.FIRST_CONTACT, FactStatistics::mean, FigureUnit.SHARE, Better.MORE),
    REOPENED(FigureFact.REOPENED, FactStatistics::mean, FigureUnit.SHARE, Better.LESS),
    CSAT(FigureFact.CSAT, FactStatistics::mean, FigureUnit.SCORE, Better.MORE),
    SATISFIED(FigureFact.SATISFIED, FactStatistics::mean, FigureUnit.SHARE, Better.MORE),
    NPS(FigureFact.NPS, FactStatistics::mean, FigureUnit.POINTS, Better.MORE),
    CALLBACK_REACH(FigureFact.CALLBACK, FactStatistics::mean, FigureUnit.SHARE, Better.MORE),
    FIRST_RESPONSE_MEDIAN(FigureFact.FIRST_RESPONSE_TIME, FactStatistics::median, FigureUnit.SECONDS, Better.LESS),
    FIRST_RESPONSE_P90(FigureFact.FIRST_RESPONSE_TIME, FactStatistics::p90, FigureUnit.SECONDS, Better.LESS),
    RESOLUTION_MEDIAN(FigureFact.RESOLUTION_TIME, FactStatistics::median, FigureUnit.SECONDS, Better.LESS),
    RESOLUTION_P90(FigureFact.RESOLUTION_TIME, FactStatistics::p90, FigureUnit.SECONDS, Better.LESS);

    /** Which way is better; a figure without one has no target. */
    public enum Better {
        MORE,
        LESS,
        NEITHER
    }

    private final FigureFact fact;
    private final ToDoubleFunction<FactStatistics> statistic;
    private final FigureUnit unit;
    private final Better better;

    Figure(FigureFact fact, ToDoubleFunction<FactStatistics> statistic, FigureUnit unit, Better better) {
        this.fact = fact;
        this.statistic = statistic;
        this.unit = unit;
        this.better = better;
    }

    public FigureFact fact() {
        return fact;
    }

    public FigureUnit unit() {
        return unit;
    }

    public Better better() {
        return better;
    }

    /** The figure's value; null when nothing was counted, except for a count, which is then 0. */
    public @Nullable Double of(FactStatistics factStatistics) {
        return factStatistics.count() == 0 && unit != FigureUnit.COUNT
                ? null
                : (Double) statistic.applyAsDouble(factStatistics);
    }

    /** Whether a value reaches a target. */
    boolean meets(double value, double target) {
        return better == Better.LESS ? value <= target : value >= target;
    }

    /** The figure of a key; null for any other text. */
    public static @Nullable Figure of(@Nullable String key) {
        return KeyedEnum.of(Figure.class, key);
    }

    /** In JSON, too. */
    @Override
    @JsonValue
    public String key() {
        return KeyedEnum.super.key();
    }
}

package io.redress.figures;

import com.fasterxml.jackson.annotation.JsonValue;
import io.redress.ticket.KeyedEnum;
import java.util.Locale;

/** What the number of a figure is. */
public enum FigureUnit implements KeyedEnum {
    /** A whole number. */
    COUNT,
    /** 0 to 1. */
    SHARE,
    /** A mean score, 1 to 5. */
    SCORE,
    /** Promoters less detractors in percent, -100 to 100. */
    POINTS,
    SECONDS;

    /** A value for people to read, in any language: {@code 93.4 %}, {@code 4.62}, {@code +12}, {@code 3.5 h}. */
    public String told(double value) {
        return switch (this) {
            case COUNT -> String.format(Locale.ROOT, "%.0f", value);
            case SHARE -> String.format(Locale.ROOT, "%.1f %%", value * 100);
            case SCORE -> String.format(Locale.ROOT, "%.2f", value);
            case POINTS -> String.format(Locale.ROOT, "%+.0f", value);
            case SECONDS ->
                value < 3_600
                        ? String.format(Locale.ROOT, "%.0f min", value / 60)
                        : String.format(Locale.ROOT, "%.1f h", value / 3_600);
        };
    }

    /** In JSON, too. */
    @Override
    @JsonValue
    public String key() {
        return KeyedEnum.super.key();
    }
}

package io.redress.figures;

import org.jspecify.annotations.Nullable;

/**
 * A figure as it is.
 *
 * @param value in {@code unit}; null when nothing was counted
 * @param of how many facts it is made of
 * @param target null when the shop has none
 * @param met whether the target is reached; null without a target or a value
 */
public record FigureValue(
        @Nullable Double value,
        FigureUnit unit,
        long of,
        @Nullable Double target,
        @Nullable Boolean met) {}

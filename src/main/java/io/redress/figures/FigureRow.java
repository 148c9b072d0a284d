package io.redress.figures;

import java.util.Map;
import java.util.Objects;

/**
 * The figures of one group.
 *
 * @param key the group: a category, channel, product, store or week; empty for those without, and for the total
 */
public record FigureRow(String key, Map<Figure, FigureValue> figures) {

    public FigureValue get(Figure figure) {
        return Objects.requireNonNull(figures.get(figure), "a row has every figure");
    }

    public long received() {
        return get(Figure.RECEIVED).of();
    }
}

package io.redress.servicelevel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a clock stands still: its pauses as stretches that are in order and apart from one another.
 *
 * @param spans the last one reaches {@link Instant#MAX} while a pause lasts
 */
record Standstill(List<Span> spans) {

    /** Pauses in any order; they may overlap, touch, be empty or lie before {@code start}. */
    static Standstill of(Instant start, List<Pause> pauses) {
        List<Span> spans = new ArrayList<>();
        pauses.stream()
                .map(pause -> new Span(pause.from(), end(pause)).within(start, Instant.MAX))
                .filter(span -> !span.isEmpty())
                .sorted(Comparator.comparing(Span::from))
                .forEach(span -> add(spans, span));
        return new Standstill(List.copyOf(spans));
    }

    static Instant end(Pause pause) {
        Instant until = pause.until();
        return until == null ? Instant.MAX : until;
    }

    private static void add(List<Span> spans, Span next) {
        Span last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
        if (last == null || next.from().isAfter(last.until())) {
            spans.add(next);
        } else if (next.until().isAfter(last.until())) {
            spans.set(spans.size() - 1, new Span(last.from(), next.until()));
        }
    }

    /** From when on it stands still until further notice; null when it goes on by itself. */
    @Nullable
    Instant forGood() {
        Span last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
        return last != null && last.until().equals(Instant.MAX) ? last.from() : null;
    }

    /** What is left of a stretch without them, in order. */
    List<Span> cutFrom(Span span) {
        List<Span> left = new ArrayList<>();
        Instant from = span.from();
        for (Span still : spans) {
            if (still.from().isAfter(from)) {
                left.add(new Span(from, still.from()).within(from, span.until()));
            }
            from = still.until().isAfter(from) ? still.until() : from;
            if (!from.isBefore(span.until())) {
                return left;
            }
        }
        left.add(new Span(from, span.until()));
        return left;
    }
}

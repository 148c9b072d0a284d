package io.redress.triage.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All of several parts of a pattern, put together in some order.
 *
 * @param gap how many positions may lie between, at most; 0 where they are adjacent
 */
record All(Order order, int gap, List<PatternNode> parts) implements PatternNode {

    enum Order {
        ADJACENT,
        FOLLOWING,
        ANY
    }

    /** What is looked up of it in one text. */
    record Reduced(Order order, int gap, List<Object> parts) {}

    @Override
    public void addGates(BitSet gates) {
        parts.get(0).addGates(gates);
    }

    @Override
    public boolean mayBeIn(PhraseMatches text) {
        for (PatternNode part : parts) {
            if (!part.mayBeIn(text)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Spans in(PhraseMatches text) {
        if (!mayBeIn(text)) {
            return Spans.NONE;
        }
        var found = new Spans[parts.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = parts.get(i).in(text);
            if (found[i].isEmpty()) {
                return Spans.NONE;
            }
        }
        if (order == Order.ADJACENT) {
            return SpanOperators.adjacent(found);
        }
        if (found[0].areAt(found[1]) && isTwice(text)) {
            return SpanOperators.twice(found[0], gap);
        }
        return order == Order.FOLLOWING
                ? SpanOperators.ordered(found[0], found[1], gap)
                : new UnorderedPair(found[0], found[1]).within(gap);
    }

    /** Whether both parts are the same in this text: 没 ..3 (没 | 不) where there is no 不. */
    private boolean isTwice(PhraseMatches text) {
        Object one = parts.get(0).reduced(text);
        return one != null && one.equals(parts.get(1).reduced(text));
    }

    @Override
    public @Nullable Object reduced(PhraseMatches text) {
        if (!mayBeIn(text)) {
            return null;
        }
        List<Object> reduced = new ArrayList<>();
        for (PatternNode part : parts) {
            Object one = part.reduced(text);
            if (one == null) {
                return null;
            }
            if (order == Order.ADJACENT && one instanceof Reduced inner && inner.order == Order.ADJACENT) {
                reduced.addAll(inner.parts);
            } else {
                reduced.add(one);
            }
        }
        return new Reduced(order, gap, reduced);
    }
}

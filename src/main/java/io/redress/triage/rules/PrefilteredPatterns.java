package io.redress.triage.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;

/** Patterns by the gates that open the way to them: of a thousand, a complaint makes some dozens worth looking up. */
public final class PrefilteredPatterns<T> {

    private final List<T> all;
    private final BitSet[] byGate;

    private PrefilteredPatterns(List<T> all, BitSet[] byGate) {
        this.all = all;
        this.byGate = byGate;
    }

    static PrefilteredPatterns<WordPattern> of(List<WordPattern> patterns) {
        return of(patterns, Function.identity());
    }

    /** @param pattern which of its own each of them is looked up by */
    static <T> PrefilteredPatterns<T> of(List<T> all, Function<T, WordPattern> pattern) {
        List<BitSet> gates = new ArrayList<>();
        int size = 0;
        for (T one : all) {
            var needed = new BitSet();
            pattern.apply(one).node().addGates(needed);
            gates.add(needed);
            size = Math.max(size, needed.length());
        }
        var byGate = new BitSet[size];
        for (int i = 0; i < all.size(); i++) {
            int number = i;
            gates.get(i).stream().forEach(gate -> {
                if (byGate[gate] == null) {
                    byGate[gate] = new BitSet();
                }
                byGate[gate].set(number);
            });
        }
        return new PrefilteredPatterns<>(List.copyOf(all), byGate);
    }

    /** Those that may be in a text by the gates that it opens, in their order. */
    public List<T> mayBeIn(TokenizedText text) {
        BitSet open = text.matches().open();
        var found = new BitSet(all.size());
        for (int gate = open.nextSetBit(0); gate >= 0 && gate < byGate.length; gate = open.nextSetBit(gate + 1)) {
            if (byGate[gate] != null) {
                found.or(byGate[gate]);
            }
        }
        List<T> some = new ArrayList<>(found.cardinality());
        for (int i = found.nextSetBit(0); i >= 0; i = found.nextSetBit(i + 1)) {
            some.add(all.get(i));
        }
        return some;
    }
}

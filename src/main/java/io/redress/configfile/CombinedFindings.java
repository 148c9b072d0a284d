package io.redress.configfile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads two things that belong together, so that a mistake in one hides none in the other. */
public final class CombinedFindings {

    private CombinedFindings() {}

    /**
     * Reads both and makes one thing of them.
     *
     * @throws InvalidConfiguration with the findings of both
     */
    public static <A, B, R> R read(Supplier<A> first, Supplier<B> second, BiFunction<A, B, R> both) {
        return read(new ArrayList<>(), first, second, both);
    }

    /**
     * As {@link #read(Supplier, Supplier, BiFunction)}, of two that may be read in part.
     *
     * @param findings to which both add what is wrong with what they did read
     */
    public static <A, B, R> R read(
            List<Finding> findings, Supplier<A> first, Supplier<B> second, BiFunction<A, B, R> both) {
        A one = part(first, findings);
        B other = part(second, findings);
        if (one == null || other == null) {
            throw new InvalidConfiguration(findings.stream().distinct().toList());
        }
        return both.apply(one, other);
    }

    private static <T> @Nullable T part(Supplier<T> reading, List<Finding> findings) {
        try {
            return reading.get();
        } catch (InvalidConfiguration e) {
            findings.addAll(e.findings());
            return null;
        }
    }
}

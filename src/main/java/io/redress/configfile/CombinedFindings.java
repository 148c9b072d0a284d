package io.redress.configfile;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
        Set<Finding> findings = new LinkedHashSet<>();
        A one = part(first, findings);
        B other = part(second, findings);
        if (!findings.isEmpty()) {
            throw new InvalidConfiguration(List.copyOf(findings));
        }
        return both.apply(Objects.requireNonNull(one), Objects.requireNonNull(other));
    }

    private static <T> @Nullable T part(Supplier<T> reading, Set<Finding> findings) {
        try {
            return reading.get();
        } catch (InvalidConfiguration e) {
            findings.addAll(e.findings());
            return null;
        }
    }
}

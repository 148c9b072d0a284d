package io.redress.due;

import java.util.function.Supplier;

/** Where work that is to be done wholly, or not at all, is run. */
@FunctionalInterface
public interface Transactions {

    /** Runs work in one database transaction, the caller's where there is one, and gives its result. */
    <T> T execute(Supplier<T> work);

    /** As {@link #execute}, without result. */
    default void run(Runnable work) {
        execute(() -> {
            work.run();
            return true;
        });
    }
}

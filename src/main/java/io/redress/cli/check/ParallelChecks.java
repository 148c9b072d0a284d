package io.redress.cli.check;

import io.redress.configfile.Check;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Runs checks on all processors, those that take long first. */
final class ParallelChecks {

    private static final List<String> LONG = List.of("routes", "templates");

    /** Is under way since before the others could begin, and to be waited for when nothing else is left to do. */
    private static final String BEGUN = "categories and examples";

    private ParallelChecks() {}

    static void each(List<Check> checks, Consumer<Check> work) throws InterruptedException {
        ExecutorService threads =
                Executors.newFixedThreadPool(Math.max(2, Runtime.getRuntime().availableProcessors()));
        try {
            var under = new ArrayList<Future<?>>();
            checks.stream()
                    .sorted(Comparator.comparingInt(ParallelChecks::turn))
                    .forEach(check -> under.add(threads.submit(() -> work.accept(check))));
            for (Future<?> one : under) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a check broke off", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static int turn(Check check) {
        if (check.name().equals(BEGUN)) {
            return LONG.size() + 1;
        }
        int first = LONG.indexOf(check.name());
        return first < 0 ? LONG.size() : first;
    }
}

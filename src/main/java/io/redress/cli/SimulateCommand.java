package io.redress.cli;

import io.redress.simulation.ResultPage;
import io.redress.simulation.ResultTable;
import io.redress.simulation.SimulationResult;
import io.redress.simulation.hub.RunTimings;
import io.redress.simulation.hub.Simulation;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows what a configuration would do with weeks of complaints. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        header = "Runs weeks of generated complaints through the routes and rules of this folder, in minutes.",
        description =
                "%nCustomers and staff are generated as config/simulation.yaml says. The run has a database, a broker and"
                        + " a clock of its own; nothing is sent, and nothing of the hub is changed. The same seed gives"
                        + " the same result.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the run ended", "1:routes or config are broken", "2:wrong usage"})
final class SimulateCommand implements Callable<Integer> {

    private final Class<?> hub;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--days", defaultValue = "30", description = "How many days (default: ${DEFAULT-VALUE})")
    private int days;

    @Option(
            names = "--complaints-per-day",
            defaultValue = "2000",
            description = "On an average day (default: ${DEFAULT-VALUE})")
    private double perDay;

    @Option(names = "--seed", defaultValue = "1", description = "Another one gives other customers (default: 1)")
    private long seed;

    @Option(names = "--from", description = "The first day, such as 2026-03-02; else simulation.yaml says it")
    private @Nullable LocalDate from;

    @Option(names = "--config", defaultValue = "config", description = "The rules (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path config;

    @Option(names = "--compare", description = "Other rules, for the same customers, shown beside the first")
    private @Nullable Path compare;

    @Option(names = "--routes", defaultValue = "routes", description = "The flow (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path routes;

    @Option(names = "--html", description = "Write the result with charts to this file, too")
    private @Nullable Path html;

    SimulateCommand(Class<?> hub) {
        this.hub = hub;
    }

    @Override
    public Integer call() throws Exception {
        if (days < 1 || days > 3_660 || perDay <= 0 || perDay > 1_000_000) {
            spec.commandLine()
                    .getErr()
                    .println("--days must be 1 to 3660, --complaints-per-day more than 0, to 1000000");
            return ExitCode.USAGE;
        }
        for (Path folder : compare == null ? List.of(config, routes) : List.of(compare, config, routes)) {
            if (!Files.isDirectory(folder)) {
                spec.commandLine().getErr().println("There is no folder " + folder);
                return ExitCode.USAGE;
            }
        }
        var results = new ArrayList<SimulationResult>();
        try (var simulation = new Simulation(hub, routes, config, from, days, perDay, seed)) {
            if (compare != null) { // first, for it is the one that was edited, and may be refused
                results.add(run(simulation, compare));
            }
            results.add(0, run(simulation, config));
        }
        PrintWriter out = spec.commandLine().getOut();
        ResultTable.lines(results).forEach(out::println);
        if (html != null) {
            Files.writeString(html, ResultPage.of(results));
        }
        return ExitCode.OK;
    }

    private SimulationResult run(Simulation simulation, Path rules) throws Exception {
        PrintWriter err = spec.commandLine().getErr();
        long start = System.nanoTime();
        Simulation.Ended ended = simulation.run(rules, day -> {
            double seconds = (System.nanoTime() - start) / 1e9;
            err.printf(Locale.ROOT, "%s: day %d of %d, after %.0f s%n", rules, day, days, seconds);
        });
        tellSpeed(err, ended.spent());
        return ended.result();
    }

    private void tellSpeed(PrintWriter err, RunTimings spent) {
        double seconds = spent.total().toMillis() / 1e3;
        double times = Duration.ofDays(days).toSeconds() / seconds;
        err.printf(Locale.ROOT, "%d days in %.1f s: %,.0f times faster than time%n", days, seconds, times);
        spent.parts()
                .forEach((what, time) ->
                        err.printf(Locale.ROOT, "  %5.1f %% %s%n", time.toMillis() / 10.0 / seconds, what));
    }
}

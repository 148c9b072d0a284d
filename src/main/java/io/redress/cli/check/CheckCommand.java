package io.redress.cli.check;

import io.redress.routes.check.RouteChecker;
import io.redress.triage.ExamplesCheck;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks over {@code routes/} and {@code config/}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        header = "Checks routes/ and config/ of this folder, offline.",
        description =
                "%nPrints a line for each finding, 'file:line: what is wrong → what to write instead', and a summary."
                        + " Nothing is started or changed.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:no findings", "1:findings", "2:wrong usage"})
public final class CheckCommand implements Callable<Integer> {

    private final Class<?> hub;

    @Option(
            names = "--json",
            description =
                    "Print one JSON object instead: checked, problems and findings, each with file, line (unless it"
                            + " concerns the whole file), severity (error or warning), message and remedy.")
    private boolean json;

    @Option(names = "--watch", description = "Check again after every edit, until stopped.")
    private boolean watch;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    public CheckCommand(Class<?> hub) {
        this.hub = hub;
    }

    @Override
    public Integer call() throws InterruptedException {
        CompilerTuning.only();
        ClassPreloader.begin();
        LoggerFactory.getILoggerFactory(); // asked for by several threads at once, SLF4J complains on standard error
        RouteChecker.warmUp();
        ExamplesCheck.begin(Path.of("config"));
        PrintWriter out = spec.commandLine().getOut();
        try (var round = new CheckSession(hub, spec.commandLine().getErr())) {
            CheckResult result = round.run();
            print(result, out);
            while (watch) {
                round.awaitEdit();
                if (!json) {
                    out.println();
                }
                result = round.run();
                print(result, out);
            }
            return result.problems() == 0 ? 0 : 1;
        }
    }

    private void print(CheckResult result, PrintWriter out) {
        if (json) {
            out.println(result.json());
        } else {
            result.lines(Ansi.AUTO).forEach(out::println);
        }
        out.flush();
    }
}

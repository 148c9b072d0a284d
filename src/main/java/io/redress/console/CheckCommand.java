package io.redress.console;

import io.redress.config.Check;
import io.redress.config.Finding;
import io.redress.routes.RouteChecker;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
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
final class CheckCommand implements Callable<Integer> {

    private static final Comparator<Finding> BY_PLACE =
            Comparator.comparing((Finding finding) -> finding.file().toString()).thenComparingInt(Finding::line);

    private final Class<?> hub;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    CheckCommand(Class<?> hub) {
        this.hub = hub;
    }

    @Override
    public Integer call() {
        RouteChecker.warmUp();
        List<Finding> unreadable = SettingsFiles.unreadable();
        if (!unreadable.isEmpty()) {
            return print(Set.of(), new HashSet<>(unreadable));
        }
        try (var dormant = new DormantHub(hub)) {
            List<Check> checks = dormant.beans(Check.class);
            Set<Path> files = new TreeSet<>();
            checks.forEach(check -> files.addAll(check.files()));
            Set<Finding> findings = checks.parallelStream()
                    .flatMap(check -> check.run().stream())
                    .collect(Collectors.toSet());
            checks.stream()
                    .flatMap(check -> check.advice().stream())
                    .sorted(BY_PLACE)
                    .forEach(spec.commandLine().getOut()::println);
            return print(files, findings);
        }
    }

    private int print(Set<Path> files, Set<Finding> findings) {
        PrintWriter out = spec.commandLine().getOut();
        findings.stream().sorted(BY_PLACE).forEach(out::println);
        Set<Path> all = new HashSet<>(files);
        findings.forEach(finding -> all.add(finding.file()));
        out.println(plural(all.size(), "file") + " checked, " + plural(findings.size(), "problem"));
        return findings.isEmpty() ? 0 : 1;
    }

    private static String plural(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}

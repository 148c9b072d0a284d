package io.redress.routes.reload;

import io.redress.configfile.Finding;
import io.redress.routes.check.RouteChecker;
import io.redress.routes.file.RouteFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which edits may go live.
 *
 * @param accepted the changed files that leave the whole sound
 * @param refused the others, each with why
 * @param standing what is wrong with files that run and did not change: something that they need has gone
 */
record ReloadPlan(Set<Path> accepted, Map<Path, List<Finding>> refused, List<Finding> standing) {

    private static final String REMEDY = "put the files back, or stop the hub";

    /**
     * @param running the text of each file that runs
     * @param now the text of each file on disk
     */
    static ReloadPlan of(Map<Path, String> running, Map<Path, String> now, RouteChecker checker) {
        return new Judging(running, now, checker, new HashSet<>(checker.check(running))).review();
    }

    /** @param standing findings that the edits are not to blame for */
    private record Judging(
            Map<Path, String> running, Map<Path, String> now, RouteChecker checker, Set<Finding> standing) {

        ReloadPlan review() {
            Set<Path> accepted = changed();
            Map<Path, List<Finding>> refused = new TreeMap<>();
            while (!accepted.isEmpty()) {
                List<Finding> findings = findings(accepted);
                if (findings.isEmpty()) {
                    break;
                }
                Set<Path> blamed = findings.stream()
                        .map(Finding::file)
                        .filter(accepted::contains)
                        .collect(Collectors.toSet());
                // A deleted or renamed file shows in those that need it, which did not change.
                Set<Path> out = blamed.isEmpty() ? culprits(accepted, findings) : blamed;
                out.forEach(path -> refused.put(
                        path,
                        findings.stream()
                                .filter(finding ->
                                        blamed.isEmpty() || finding.file().equals(path))
                                .toList()));
                accepted.removeAll(out);
            }
            Set<Path> edited = new HashSet<>(accepted);
            List<Finding> left = standing.stream()
                    .filter(finding -> !edited.contains(finding.file()))
                    .toList();
            return new ReloadPlan(accepted, refused, left);
        }

        /** The edits without which there would be fewer findings; all, when no single one is to blame. */
        private Set<Path> culprits(Set<Path> accepted, List<Finding> findings) {
            var culprits = new TreeSet<Path>();
            for (Path path : accepted) {
                var others = new TreeSet<>(accepted);
                others.remove(path);
                if (findings(others).size() < findings.size()) {
                    culprits.add(path);
                }
            }
            return culprits.isEmpty() ? Set.copyOf(accepted) : culprits;
        }

        private Set<Path> changed() {
            Set<Path> changed = new TreeSet<>(now.keySet());
            changed.addAll(running.keySet());
            changed.removeIf(path -> now.containsKey(path) && now.get(path).equals(running.get(path)));
            return changed;
        }

        /** What is wrong with some of the edits in the place of what runs, and was not before. */
        private List<Finding> findings(Collection<Path> changes) {
            var candidate = new TreeMap<>(running);
            for (Path path : changes) {
                String text = now.get(path);
                if (text == null) {
                    candidate.remove(path);
                } else {
                    candidate.put(path, text);
                }
            }
            if (candidate.keySet().stream().noneMatch(path -> path.toString().endsWith(RouteFile.ROUTES))) {
                return List.of(new Finding(Path.of("routes"), 0, "no route is left", REMEDY));
            }
            var found = new ArrayList<>(checker.check(candidate, Comparator.comparing(changes::contains)));
            found.removeIf(finding -> standing.contains(finding) && !changes.contains(finding.file()));
            return found;
        }
    }
}

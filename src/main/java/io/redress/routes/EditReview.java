package io.redress.routes;

import io.redress.config.Finding;
import java.nio.file.Path;
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
 */
record EditReview(Set<Path> accepted, Map<Path, List<Finding>> refused) {

    private static final String REMEDY = "put the files back, or stop the hub";

    /**
     * @param running the text of each file that runs
     * @param now the text of each file on disk
     */
    static EditReview of(Map<Path, String> running, Map<Path, String> now, RouteChecker checker) {
        Set<Path> accepted = changed(running, now);
        Map<Path, List<Finding>> refused = new TreeMap<>();
        while (!accepted.isEmpty()) {
            List<Finding> findings = check(with(running, now, accepted), checker);
            if (findings.isEmpty()) {
                break;
            }
            Set<Path> blamed = findings.stream()
                    .map(Finding::file)
                    .filter(accepted::contains)
                    .collect(Collectors.toSet());
            // A deleted or renamed file shows in those that need it, which did not change.
            Set<Path> out = blamed.isEmpty() ? Set.copyOf(accepted) : blamed;
            out.forEach(path -> refused.put(
                    path,
                    findings.stream()
                            .filter(finding ->
                                    blamed.isEmpty() || finding.file().equals(path))
                            .toList()));
            accepted.removeAll(out);
        }
        return new EditReview(accepted, refused);
    }

    private static Set<Path> changed(Map<Path, String> running, Map<Path, String> now) {
        Set<Path> changed = new TreeSet<>(now.keySet());
        changed.addAll(running.keySet());
        changed.removeIf(path -> now.containsKey(path) && now.get(path).equals(running.get(path)));
        return changed;
    }

    private static Map<Path, String> with(Map<Path, String> running, Map<Path, String> now, Set<Path> changes) {
        var candidate = new TreeMap<>(running);
        for (Path path : changes) {
            String text = now.get(path);
            if (text == null) {
                candidate.remove(path);
            } else {
                candidate.put(path, text);
            }
        }
        return candidate;
    }

    private static List<Finding> check(Map<Path, String> candidate, RouteChecker checker) {
        if (candidate.keySet().stream().noneMatch(path -> path.toString().endsWith(RouteFile.ROUTES))) {
            return List.of(new Finding(Path.of("routes"), 0, "no route is left", REMEDY));
        }
        return checker.check(candidate);
    }
}

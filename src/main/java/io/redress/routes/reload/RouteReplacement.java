package io.redress.routes.reload;

import io.redress.routes.file.RouteFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Files that must go live together: those that changed, and those whose routes are made from them.
 *
 * @param changed the edited, added and deleted files
 * @param old what runs of it
 * @param fresh what is to run instead
 */
record RouteReplacement(Set<Path> changed, List<RouteFile> old, List<RouteFile> fresh) {

    /**
     * Kamelets and error handling with all that use them first; then each other file by itself, so that one that does not
     * start keeps none of the others from it.
     */
    static List<RouteReplacement> of(Set<Path> accepted, Map<Path, RouteFile> running, Map<Path, RouteFile> fresh) {
        var shared = new TreeSet<Path>();
        for (Path path : accepted) {
            if (versions(path, running, fresh).anyMatch(file -> file.isKamelet() || file.configuresRoutes())) {
                shared.add(path);
            }
        }
        var replacements = new ArrayList<RouteReplacement>();
        if (!shared.isEmpty()) {
            var together = new TreeSet<>(shared);
            together.addAll(dependents(shared, running, fresh));
            replacements.add(of(together, accepted, running, fresh));
            accepted = difference(accepted, together);
        }
        for (Path path : accepted) {
            replacements.add(of(Set.of(path), accepted, running, fresh));
        }
        return replacements;
    }

    private static RouteReplacement of(
            Set<Path> together, Set<Path> accepted, Map<Path, RouteFile> running, Map<Path, RouteFile> fresh) {
        var changed = new TreeSet<>(together);
        changed.retainAll(accepted);
        List<RouteFile> old =
                together.stream().map(running::get).filter(Objects::nonNull).toList();
        List<RouteFile> next = together.stream()
                .map(path -> changed.contains(path) ? fresh.get(path) : running.get(path))
                .filter(Objects::nonNull)
                .toList();
        return new RouteReplacement(changed, old, next);
    }

    private static Set<Path> dependents(Set<Path> shared, Map<Path, RouteFile> running, Map<Path, RouteFile> fresh) {
        if (shared.stream().flatMap(path -> versions(path, running, fresh)).anyMatch(RouteFile::configuresRoutes)) {
            return routes(running.values());
        }
        var kinds = new HashSet<String>();
        shared.stream().flatMap(path -> versions(path, running, fresh)).forEach(file -> kinds.add(file.name()));
        boolean more = true;
        while (more) { // a kamelet may be made of others
            more = running.values().stream()
                    .filter(file -> file.isKamelet() && uses(file, kinds))
                    .map(file -> kinds.add(file.name()))
                    .reduce(false, Boolean::logicalOr);
        }
        return routes(
                running.values().stream().filter(file -> uses(file, kinds)).toList());
    }

    private static boolean uses(RouteFile file, Set<String> kinds) {
        return file.kamelets().stream().anyMatch(kinds::contains);
    }

    private static Set<Path> routes(Collection<RouteFile> files) {
        var paths = new TreeSet<Path>();
        files.stream().filter(file -> !file.isKamelet()).forEach(file -> paths.add(file.path()));
        return paths;
    }

    private static Stream<RouteFile> versions(Path path, Map<Path, RouteFile> running, Map<Path, RouteFile> fresh) {
        return Stream.of(running.get(path), fresh.get(path)).filter(Objects::nonNull);
    }

    private static Set<Path> difference(Set<Path> all, Set<Path> without) {
        var rest = new TreeSet<>(all);
        rest.removeAll(without);
        return rest;
    }
}

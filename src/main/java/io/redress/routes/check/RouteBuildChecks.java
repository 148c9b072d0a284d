package io.redress.routes.check;

import io.redress.configfile.Finding;
import io.redress.routes.file.BeanCatalog;
import io.redress.routes.file.Kamelet;
import io.redress.routes.file.RouteFile;
import io.redress.routes.file.RouteSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Trial builds of what has passed all other rules. What was built before, with the same kamelets and settings, is known. */
final class RouteBuildChecks {

    /** Fewer are built faster by one than by two that must both set out first. */
    private static final int WORTH_TWO = 8;

    private final BeanCatalog beanCatalog;
    private final Components components;
    private Map<Trial, List<Finding>> known = Map.of();

    /**
     * A file to be built by itself.
     *
     * @param kamelets that it is made of
     */
    private record Trial(RouteFile file, Set<RouteFile> kamelets, Object settings) {}

    RouteBuildChecks(BeanCatalog beanCatalog, Components components) {
        this.beanCatalog = beanCatalog;
        this.components = components;
    }

    /** @param broken files that have findings already */
    List<Finding> check(RouteSet set, Set<Path> broken) {
        List<Trial> all = trials(set, broken);
        List<Trial> fresh =
                all.stream().filter(trial -> !known.containsKey(trial)).toList();
        int parts =
                fresh.size() < WORTH_TWO ? 1 : Math.min(2, Runtime.getRuntime().availableProcessors());
        var found = new HashMap<>(known);
        IntStream.range(0, parts)
                .parallel()
                .mapToObj(part -> run(part(fresh, part, parts)))
                .toList()
                .forEach(found::putAll);
        known = found.size() > 2000 ? Map.of() : Map.copyOf(found);
        return all.stream()
                .flatMap(trial -> Objects.requireNonNull(found.get(trial)).stream())
                .toList();
    }

    private static List<Trial> part(List<Trial> all, int part, int parts) {
        return IntStream.range(0, all.size())
                .filter(i -> i % parts == part)
                .mapToObj(all::get)
                .toList();
    }

    private Map<Trial, List<Finding>> run(List<Trial> trials) {
        var found = new HashMap<Trial, List<Finding>>();
        if (trials.isEmpty()) {
            return found;
        }
        var kamelets = new HashSet<RouteFile>();
        trials.forEach(trial -> kamelets.addAll(trial.kamelets()));
        try (var quiet = new QuietLogging();
                var run = new RouteBuildCheck(beanCatalog, components, List.copyOf(kamelets))) {
            for (Trial trial : trials) {
                RouteFile file = trial.file();
                found.put(trial, file.isKamelet() ? run.check(Kamelet.of(file)) : run.check(file));
            }
        }
        return found;
    }

    private List<Trial> trials(RouteSet set, Set<Path> broken) {
        Map<String, Kamelet> kamelets = set.kamelets();
        var used = new HashSet<String>();
        set.routes().forEach(file -> used.addAll(file.kamelets()));
        var trials = new ArrayList<Trial>();
        for (RouteFile file : set.files()) {
            boolean inUse = file.isKamelet() && used.contains(file.name());
            Set<RouteFile> parts = new HashSet<>();
            if (file.isKamelet()) {
                parts.add(file);
            }
            if (!inUse
                    && !broken.contains(file.path())
                    && sound(file.kamelets(), kamelets, broken, parts, new TreeSet<>())) {
                trials.add(new Trial(file, Set.copyOf(parts), beanCatalog.state()));
            }
        }
        return trials;
    }

    /** Whether all that the names stand for can be built; {@code parts} get it. */
    private static boolean sound(
            Collection<String> names,
            Map<String, Kamelet> kamelets,
            Set<Path> broken,
            Set<RouteFile> parts,
            Set<String> looked) {
        for (String name : names) {
            Kamelet kamelet = kamelets.get(name);
            if (kamelet == null || broken.contains(kamelet.file().path())) {
                return false;
            }
            parts.add(kamelet.file());
            if (looked.add(name) && !sound(kamelet.file().kamelets(), kamelets, broken, parts, looked)) {
                return false;
            }
        }
        return true;
    }
}

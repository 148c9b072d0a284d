package io.redress.routes;

import io.redress.config.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Finds what is wrong with route files before they run: structure, then names, then how the files fit together, and at
 * last a trial build of what passed so far. Nothing outside is touched.
 */
public final class RouteChecker {

    private final Wiring wiring;
    private final RouteSchema schema = new RouteSchema();
    private final KameletRules kameletRules = new KameletRules(schema);
    private final Components components = new Components();

    private Map<Path, String> lastTexts = Map.of();
    private List<Finding> lastFindings = List.of();

    public RouteChecker(Wiring wiring) {
        this.wiring = wiring;
    }

    /** Reads Camel's schema in the background, so that the first check need not wait for it. */
    public static void warmUp() {
        CompletableFuture.runAsync(RouteSchema::load);
    }

    /** The findings about a set of files, given by path, in order of file and line. */
    public synchronized List<Finding> check(Map<Path, String> texts) {
        if (!texts.equals(lastTexts)) { // the start asks twice: before the beans are made, and when Camel is there
            lastFindings = examine(texts);
            lastTexts = Map.copyOf(texts);
        }
        return lastFindings;
    }

    private List<Finding> examine(Map<Path, String> texts) {
        RouteSet set = RouteSet.parse(texts);
        var findings = new LinkedHashSet<>(set.findings());
        var structured = new ArrayList<RouteFile>();
        for (RouteFile file : set.files()) {
            List<Finding> found = file.isKamelet() ? kameletRules.check(file) : schema.check(file);
            findings.addAll(found);
            if (found.isEmpty()) {
                structured.add(file);
            }
        }
        var endpoints = new EndpointRules(components);
        set.files().forEach(file -> findings.addAll(new PlaceholderRules(wiring).check(file)));
        for (RouteFile file : structured) {
            findings.addAll(endpoints.check(file, set.kamelets()));
            findings.addAll(new BeanRules(wiring, components).check(file));
        }
        findings.addAll(new FlowRules().check(set));
        findings.addAll(trial(set, broken(findings)));
        return findings.stream()
                .sorted(Comparator.comparing((Finding f) -> f.file().toString()).thenComparingInt(Finding::line))
                .toList();
    }

    private List<Finding> trial(RouteSet set, Set<Path> broken) {
        Map<String, Kamelet> kamelets = set.kamelets();
        List<RouteFile> sound = set.files().stream()
                .filter(file -> file.isKamelet() && !broken.contains(file.path()))
                .toList();
        var findings = new ArrayList<Finding>();
        try (var run = new TrialRun(wiring, components, sound)) {
            var used = new HashSet<String>();
            for (RouteFile file : set.routes()) {
                used.addAll(file.kamelets());
                boolean usable = file.kamelets().stream()
                        .map(kamelets::get)
                        .allMatch(kamelet -> kamelet != null && sound.contains(kamelet.file()));
                if (usable && !broken.contains(file.path())) {
                    findings.addAll(run.check(file));
                }
            }
            kamelets.values().stream()
                    .filter(kamelet -> !used.contains(kamelet.name()) && sound.contains(kamelet.file()))
                    .forEach(kamelet -> findings.addAll(run.check(kamelet)));
        }
        return findings;
    }

    private static Set<Path> broken(Set<Finding> findings) {
        var broken = new HashSet<Path>();
        findings.forEach(finding -> broken.add(finding.file()));
        return broken;
    }
}

package io.redress.routes.check;

import io.redress.configfile.Finding;
import io.redress.routes.file.BeanCatalog;
import io.redress.routes.file.Kamelet;
import io.redress.routes.file.ParsedFileCache;
import io.redress.routes.file.RouteFile;
import io.redress.routes.file.RouteFiles;
import io.redress.routes.file.RouteRule;
import io.redress.routes.file.RouteSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;

/**
 * Finds what is wrong with route files before they run: structure, then names, then how the files fit together and to
 * {@code config/}, and at last a trial build of what passed so far. Nothing outside is touched. {@code check}, the start and
 * every reload ask it, so that they judge alike; what it found about a file that has not changed since, it knows.
 */
public final class RouteChecker {

    private final BeanCatalog beanCatalog;
    private final List<RouteRule> rules;
    private final RouteSchema schema = new RouteSchema();
    private final KameletRules kameletRules = new KameletRules(schema);
    private final Components components = new Components();
    private final ParsedFileCache known = new ParsedFileCache();
    private final Map<RouteFile, List<Finding>> structure = new WeakHashMap<>();
    private final RouteBuildChecks routeBuildChecks;

    /** @param rules that hold besides */
    public RouteChecker(BeanCatalog beanCatalog, List<RouteRule> rules) {
        this.beanCatalog = beanCatalog;
        this.rules = List.copyOf(rules);
        this.routeBuildChecks = new RouteBuildChecks(beanCatalog, components);
    }

    /** Reads Camel's schema in the background, so that the first check need not wait for it. */
    public static void warmUp() {
        CompletableFuture.runAsync(RouteSchema::load);
    }

    /** What the findings depend on besides the files of {@code routes/}: equal as long as nothing of it has changed. */
    public Object basis() {
        var basis = new ArrayList<Object>();
        basis.add(beanCatalog.state());
        rules.forEach(rule -> basis.add(rule.basis()));
        return basis;
    }

    public BeanCatalog beanCatalog() {
        return beanCatalog;
    }

    /** The findings about a set of files, given by path. What two files claim belongs to the one that is older on disk. */
    public List<Finding> check(Map<Path, String> texts) {
        return check(texts, RouteFiles.OLDEST_FIRST);
    }

    /**
     * The findings in order of file and line.
     *
     * @param first who comes first where two claim the same name or address: the other one is to blame
     */
    public synchronized List<Finding> check(Map<Path, String> texts, Comparator<Path> first) {
        RouteSet set = RouteSet.parse(texts, known::file);
        Map<String, Kamelet> kamelets = set.kamelets();
        var findings = new LinkedHashSet<>(set.findings());
        var structured = new ArrayList<RouteFile>();
        for (RouteFile file : set.files()) {
            List<Finding> found = structure.computeIfAbsent(
                    file, one -> one.isKamelet() ? kameletRules.check(one) : schema.check(one));
            findings.addAll(found);
            if (found.isEmpty()) {
                structured.add(file);
            }
        }
        var placeholders = new PlaceholderRules(beanCatalog);
        var endpoints = new EndpointRules(components, beanCatalog);
        var beans = new BeanRules(beanCatalog, components);
        set.files().forEach(file -> findings.addAll(placeholders.check(file, kamelets)));
        for (RouteFile file : structured) {
            findings.addAll(endpoints.check(file, kamelets));
            findings.addAll(beans.check(file));
        }
        findings.addAll(new FlowRules(first).check(set));
        findings.addAll(new FolderRules().check(set));
        rules.forEach(rule -> findings.addAll(rule.check(set)));
        findings.addAll(routeBuildChecks.check(set, broken(findings)));
        return findings.stream()
                .map(this::masked)
                .sorted(Comparator.comparing((Finding f) -> f.file().toString()).thenComparingInt(Finding::line))
                .toList();
    }

    private Finding masked(Finding finding) {
        return new Finding(
                finding.file(),
                finding.line(),
                beanCatalog.masked(finding.problem()),
                beanCatalog.masked(finding.remedy()));
    }

    private static Set<Path> broken(Set<Finding> findings) {
        var broken = new HashSet<Path>();
        findings.forEach(finding -> broken.add(finding.file()));
        return broken;
    }
}

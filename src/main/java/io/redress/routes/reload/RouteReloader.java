package io.redress.routes.reload;

import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.StableChangeDetector;
import io.redress.routes.RouteReplacementException;
import io.redress.routes.RunningRoutes;
import io.redress.routes.check.BuildErrorExplanation;
import io.redress.routes.check.RouteChecker;
import io.redress.routes.file.RouteFile;
import io.redress.routes.file.RouteFiles;
import io.redress.routes.file.RouteSet;
import io.redress.routes.reload.RouteStatus.State;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs what {@code routes/} says, from the start and after every edit. An edit is checked before it replaces what runs;
 * one that is wrong or does not start leaves the last good version running, and is told of.
 */
public final class RouteReloader {

    private static final Logger LOG = LoggerFactory.getLogger(RouteReloader.class);

    private final RouteFiles files;
    private final RouteChecker checker;
    private final RunningRoutes live;
    private final Clock clock;
    private final UsedSettings settings;
    private final ReportedFindings told = new ReportedFindings();
    private final Map<Path, RouteFile> running = new TreeMap<>();
    private final Map<Path, RouteStatus> statuses = new TreeMap<>();
    private StableChangeDetector<Look> looks = new StableChangeDetector<>(new Look(Map.of(), List.of(), ""));

    /**
     * What is on disk.
     *
     * @param ignored what lies there and is not read
     * @param basis what the check looks at besides: mappings, categories, secrets
     */
    private record Look(Map<Path, String> texts, List<Finding> ignored, Object basis) {}

    public RouteReloader(RouteFiles files, RouteChecker checker, CamelContext context, Clock clock) {
        this.files = files;
        this.checker = checker;
        this.live = new RunningRoutes(context);
        this.clock = clock;
        this.settings = new UsedSettings(checker.beanCatalog());
    }

    /**
     * Loads every file.
     *
     * @throws InvalidConfiguration when the folder is missing or a file is wrong: a hub that starts with half its routes
     *     would look healthy
     */
    public synchronized void start() {
        Map<Path, String> texts = files.read();
        List<Finding> findings = checker.check(texts);
        InvalidConfiguration.throwIfAny(findings);
        List<RouteFile> parsed = RouteSet.parse(texts).files();
        live.replace(List.of(), parsed);
        parsed.forEach(this::nowRuns);
        looks = new StableChangeDetector<>(new Look(texts, files.ignored(), checker.basis()));
    }

    /** Looks at the files; acts on an edit when two looks in a row saw the same, so that no half-written file is read. */
    public synchronized void poll() {
        if (running.isEmpty()) {
            return; // not started yet
        }
        var now = new Look(files.texts(), files.ignored(), checker.basis());
        if (looks.isNew(now)) {
            consider(now);
        }
    }

    /** Every file that runs or was refused, in order of the paths. */
    public synchronized List<RouteStatus> status() {
        return List.copyOf(statuses.values());
    }

    private void consider(Look look) {
        Map<Path, String> now = look.texts();
        var texts = new TreeMap<Path, String>();
        running.forEach((path, file) -> texts.put(path, file.text()));
        ReloadPlan review = ReloadPlan.of(texts, now, checker);
        statuses.keySet().removeIf(path -> !running.containsKey(path));
        running.keySet().forEach(path -> tell(path, State.RUNNING, List.of()));
        Map<Path, List<Finding>> standing = review.standing().stream().collect(Collectors.groupingBy(Finding::file));
        Map<Path, List<Finding>> ignored = look.ignored().stream().collect(Collectors.groupingBy(Finding::file));
        var wrong = new HashSet<>(review.refused().keySet());
        wrong.addAll(standing.keySet());
        wrong.addAll(ignored.keySet());
        wrong.addAll(review.accepted()); // it may yet fail to start, as it did before
        told.retain(wrong);
        standing.forEach(this::warn);
        ignored.forEach(this::ignore);
        review.refused().forEach(this::refuse);
        var replaced = new TreeSet<>(review.accepted());
        running.values().stream()
                .filter(file ->
                        !standing.containsKey(file.path()) && file.text().equals(now.get(file.path())))
                .filter(settings::changed)
                .forEach(file -> replaced.add(file.path()));
        var fresh = new TreeMap<Path, RouteFile>();
        now.forEach((path, text) -> {
            if (replaced.contains(path)) {
                fresh.put(path, new RouteFile(path, text));
            }
        });
        RouteReplacement.of(replaced, running, fresh).forEach(this::carryOut);
    }

    private void carryOut(RouteReplacement replacement) {
        try {
            live.replace(replacement.old(), replacement.fresh());
            for (Path path : replacement.changed()) {
                running.remove(path);
                statuses.remove(path);
            }
            replacement.fresh().forEach(this::nowRuns);
            LOG.info("Routes reloaded: {}", replacement.changed());
        } catch (RouteReplacementException e) {
            String why = checker.beanCatalog()
                    .masked(String.valueOf(BuildErrorExplanation.root(e).getMessage()));
            var finding = new Finding(e.file().path(), 0, "does not start: " + why, "fix what the message names");
            replacement.changed().forEach(path -> tell(path, kept(path), List.of(finding)));
            if (!e.restored()) {
                replacement.old().forEach(file -> running.remove(file.path()));
                replacement.old().forEach(file -> tell(file.path(), State.DOWN, List.of(finding)));
            }
            if (told.isNew(finding.file(), List.of(finding)) || !e.restored()) {
                LOG.error("{}; {}", finding, e.restored() ? "the last good version runs again" : "NOTHING of it runs");
            }
        }
    }

    private void refuse(Path path, List<Finding> findings) {
        if (told.isNew(path, findings)) {
            LOG.warn(
                    "Edit of {} refused, {}: {}",
                    path,
                    running.containsKey(path) ? "its last good version runs on" : "nothing of it runs",
                    ReportedFindings.words(findings));
        }
        tell(path, kept(path), findings);
    }

    private void warn(Path path, List<Finding> findings) {
        if (told.isNew(path, findings)) {
            LOG.warn("{} runs on, but would not start again: {}", path, ReportedFindings.words(findings));
        }
        tell(path, State.RUNNING, findings);
    }

    private void ignore(Path path, List<Finding> findings) {
        if (told.isNew(path, findings)) {
            LOG.warn("{}", ReportedFindings.words(findings));
        }
        tell(path, State.REFUSED, findings);
    }

    private State kept(Path path) {
        return running.containsKey(path) ? State.LAST_GOOD_VERSION : State.REFUSED;
    }

    private void nowRuns(RouteFile file) {
        running.put(file.path(), file);
        settings.loaded(file);
        statuses.put(file.path(), new RouteStatus(file.path(), clock.instant(), State.RUNNING, List.of()));
    }

    private void tell(Path path, State state, List<Finding> findings) {
        RouteStatus before = statuses.get(path);
        statuses.put(path, new RouteStatus(path, before == null ? clock.instant() : before.since(), state, findings));
    }
}

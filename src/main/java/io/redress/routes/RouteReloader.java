package io.redress.routes;

import io.redress.config.Finding;
import io.redress.config.InvalidConfiguration;
import io.redress.routes.RouteStatus.State;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    private final LiveRoutes live;
    private final Clock clock;
    private final Map<Path, RouteFile> running = new TreeMap<>();
    private final Map<Path, RouteStatus> statuses = new TreeMap<>();
    private Map<Path, String> seen = Map.of();
    private Map<Path, String> considered = Map.of();

    public RouteReloader(RouteFiles files, RouteChecker checker, CamelContext context, Clock clock) {
        this.files = files;
        this.checker = checker;
        this.live = new LiveRoutes(context);
        this.clock = clock;
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
        if (!findings.isEmpty()) {
            throw new InvalidConfiguration(findings);
        }
        List<RouteFile> parsed = RouteSet.parse(texts).files();
        live.replace(List.of(), parsed);
        parsed.forEach(this::nowRuns);
        seen = texts;
        considered = texts;
    }

    /** Looks at the files; acts on an edit when two looks in a row saw the same, so that no half-written file is read. */
    public synchronized void poll() {
        if (running.isEmpty()) {
            return; // not started yet
        }
        Map<Path, String> now = files.texts();
        boolean settled = now.equals(seen);
        seen = now;
        if (settled && !now.equals(considered)) {
            considered = now;
            consider(now);
        }
    }

    /** Every file that runs or was refused, in order of the paths. */
    public synchronized List<RouteStatus> status() {
        return List.copyOf(statuses.values());
    }

    private void consider(Map<Path, String> now) {
        var texts = new TreeMap<Path, String>();
        running.forEach((path, file) -> texts.put(path, file.text()));
        EditReview review = EditReview.of(texts, now, checker);
        statuses.keySet().removeIf(path -> !running.containsKey(path));
        running.keySet().forEach(path -> tell(path, State.RUNNING, List.of()));
        review.refused().forEach(this::refuse);
        var fresh = new TreeMap<Path, RouteFile>();
        now.forEach((path, text) -> {
            if (review.accepted().contains(path)) {
                fresh.put(path, new RouteFile(path, text));
            }
        });
        Replacement.of(review.accepted(), running, fresh).forEach(this::carryOut);
    }

    private void carryOut(Replacement replacement) {
        try {
            live.replace(replacement.old(), replacement.fresh());
            for (Path path : replacement.changed()) {
                running.remove(path);
                statuses.remove(path);
            }
            replacement.fresh().forEach(this::nowRuns);
            LOG.info("Routes reloaded: {}", replacement.changed());
        } catch (NotReplaced e) {
            String why = String.valueOf(FailureToBuild.root(e).getMessage());
            var finding = new Finding(e.file().path(), 0, "does not start: " + why, "fix what the message names");
            replacement.changed().forEach(path -> tell(path, kept(path), List.of(finding)));
            if (!e.restored()) {
                replacement.old().forEach(file -> running.remove(file.path()));
                replacement.old().forEach(file -> tell(file.path(), State.DOWN, List.of(finding)));
            }
            LOG.error("{}; {}", finding, e.restored() ? "the last good version runs again" : "NOTHING of it runs");
        }
    }

    private void refuse(Path path, List<Finding> findings) {
        LOG.warn(
                "Edit of {} refused, {}: {}",
                path,
                running.containsKey(path) ? "its last good version runs on" : "nothing of it runs",
                findings.stream().map(Finding::toString).collect(Collectors.joining("; ")));
        tell(path, kept(path), findings);
    }

    private State kept(Path path) {
        return running.containsKey(path) ? State.LAST_GOOD_VERSION : State.REFUSED;
    }

    private void nowRuns(RouteFile file) {
        running.put(file.path(), file);
        statuses.put(file.path(), new RouteStatus(file.path(), clock.instant(), State.RUNNING, List.of()));
    }

    private void tell(Path path, State state, List<Finding> findings) {
        RouteStatus before = statuses.get(path);
        statuses.put(path, new RouteStatus(path, before == null ? clock.instant() : before.since(), state, findings));
    }
}

package io.redress.console.operation;

import io.redress.Redress;
import io.redress.configfile.Finding;
import io.redress.configfile.ReloadableRules;
import io.redress.health.channel.ChannelState;
import io.redress.health.target.TargetState;
import io.redress.routes.reload.RouteReloader;
import io.redress.routes.reload.RouteStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** What of {@code routes/} and {@code config/} changed last, and which edits are not in use. */
@Component
class Configuration {

    private static final int SHOWN = 12;

    /** What was read within the time that a start takes was not changed. */
    private static final Duration START = Duration.ofMinutes(2);

    private final ObjectProvider<RouteReloader> routes;
    private final ObjectProvider<ReloadableRules<?>> rules;
    private final Instant started;

    Configuration(
            ObjectProvider<RouteReloader> routes, ObjectProvider<ReloadableRules<?>> rules, ApplicationContext hub) {
        this.routes = routes;
        this.rules = rules;
        this.started = Instant.ofEpochMilli(hub.getStartupDate());
    }

    /** The latest first. */
    List<Change> changes(List<ChannelState> channels, List<TargetState> targets) {
        var changes = new ArrayList<Change>();
        changes.add(new Change(
                started,
                "started",
                Objects.requireNonNullElse(Redress.class.getPackage().getImplementationVersion(), "–"),
                ""));
        routes().forEach(file -> loaded(file.file().toString(), file.since(), changes));
        rules.forEach(
                one -> loaded("config: " + one.status().name(), one.status().since(), changes));
        channels.forEach(
                channel -> paused("channel-paused", channel.name(), channel.pausedAt(), channel.pausedBy(), changes));
        targets.forEach(
                target -> paused("target-paused", target.name(), target.pausedAt(), target.pausedBy(), changes));
        return changes.stream()
                .sorted(Comparator.comparing(Change::at).reversed())
                .limit(SHOWN)
                .toList();
    }

    /** In order of their files. */
    List<RefusedEdit> refused() {
        var edits = new ArrayList<RefusedEdit>();
        routes().forEach(file -> file.findings()
                .forEach(finding -> edits.add(edit(finding, file.state().key()))));
        rules.forEach(one -> one.status()
                .findings()
                .forEach(finding -> edits.add(edit(finding, RouteStatus.State.LAST_GOOD_VERSION.key()))));
        edits.sort(Comparator.comparing(RefusedEdit::place));
        return edits;
    }

    private List<RouteStatus> routes() {
        RouteReloader files = routes.getIfAvailable();
        return files == null ? List.of() : files.status();
    }

    private void loaded(String name, Instant since, List<Change> changes) {
        if (since.isAfter(started.plus(START))) {
            changes.add(new Change(since, "loaded", name, ""));
        }
    }

    private static void paused(
            String what, String name, @Nullable Instant at, @Nullable String by, List<Change> changes) {
        if (at != null) {
            changes.add(new Change(at, what, name, Objects.requireNonNullElse(by, "")));
        }
    }

    private static RefusedEdit edit(Finding finding, String state) {
        String line = finding.line() > 0 ? ":" + finding.line() : "";
        return new RefusedEdit(finding.file() + line, finding.problem(), finding.remedy(), state);
    }
}

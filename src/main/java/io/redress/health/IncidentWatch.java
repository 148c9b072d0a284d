package io.redress.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.redress.event.EventSubscriptions;
import io.redress.handoff.IntakeBackPressure;
import io.redress.health.channel.ChannelHealth;
import io.redress.health.channel.ChannelWatch;
import io.redress.health.target.TargetState;
import io.redress.health.target.TargetStates;
import io.redress.incident.IncidentProblem;
import io.redress.incident.IncidentSubject;
import io.redress.incident.IncidentTracker;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks how channels, targets and the intake stand, and has those in charge told when one of them has lasting trouble. */
@Component
class IncidentWatch {

    private final ChannelWatch channels;
    private final TargetStates targets;
    private final IntakeBackPressure backPressure;
    private final SecretsHealthIndicator secrets;
    private final EventSubscriptions webhooks;
    private final IncidentTracker tracker;
    private volatile long troubled;

    IncidentWatch(
            ChannelWatch channels,
            TargetStates targets,
            IntakeBackPressure backPressure,
            SecretsHealthIndicator secrets,
            EventSubscriptions webhooks,
            IncidentTracker tracker,
            MeterRegistry meters) {
        this.channels = channels;
        this.targets = targets;
        this.backPressure = backPressure;
        this.secrets = secrets;
        this.webhooks = webhooks;
        this.tracker = tracker;
        Gauge.builder("redress.troubled", this, watch -> watch.troubled)
                .description("Channels, targets and the intake that do not do their work at this node's last look")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "${redress.alerts.look-every}")
    void look() {
        Map<IncidentSubject, Optional<IncidentProblem>> now = new LinkedHashMap<>();
        Set<IncidentSubject> elsewhere = new HashSet<>();
        Set<String> polledElsewhere = channels.polledElsewhere();
        channels.look().forEach((name, health) -> {
            var subject = new IncidentSubject(IncidentSubject.Kind.CHANNEL, name);
            if (health.healthy() && polledElsewhere.contains(name)) {
                elsewhere.add(subject);
            } else {
                now.put(subject, health.healthy() ? Optional.empty() : Optional.of(trouble(health)));
            }
        });
        targets.all()
                .forEach(target -> now.put(
                        new IncidentSubject(IncidentSubject.Kind.TARGET, target.name()),
                        target.healthy() ? Optional.empty() : Optional.of(trouble(target))));
        now.put(
                IncidentSubject.INTAKE,
                Optional.ofNullable(backPressure.closedBecause()).map(IncidentWatch::closed));
        troubled = now.values().stream().filter(Optional::isPresent).count();
        secrets.problems().forEach((secret, problem) -> now.put(secret, Optional.of(problem)));
        webhooks.all()
                .forEach(webhook -> now.put(
                        new IncidentSubject(IncidentSubject.Kind.WEBHOOK, webhook.name()),
                        Optional.ofNullable(webhook.disabledWhy()).map(IncidentWatch::disabled)));
        tracker.look(now, elsewhere);
    }

    private static IncidentProblem trouble(ChannelHealth health) {
        return new IncidentProblem(
                Objects.requireNonNullElse(health.problem(), "It does not work"), health.error(), health.remedy());
    }

    private static IncidentProblem trouble(TargetState target) {
        return new IncidentProblem(problem(target), error(target), remedy(target));
    }

    private static String problem(TargetState target) {
        if (target.pauseForgotten()) {
            return "Paused by %s since %s".formatted(target.pausedBy(), target.pausedAt());
        }
        if (target.newsUnreadSince() != null) {
            return "What people did there cannot be read since " + target.newsUnreadSince();
        }
        if (target.canary() != null) {
            return "Its canary fails";
        }
        return target.breaker().equals("closed")
                ? "Deliveries wait for " + target.lagSeconds() + " s"
                : "It takes nothing: its circuit breaker is " + target.breaker();
    }

    private static String remedy(TargetState target) {
        return target.pauseForgotten()
                ? "Resume it on the board of the console, or by POST /api/targets/" + target.name() + "/resume"
                : "GET /api/targets shows what waits and why";
    }

    private static @Nullable String error(TargetState target) {
        if (target.newsUnreadSince() != null) {
            return target.newsError();
        }
        return target.canary() != null ? target.canary() : target.lastError();
    }

    private static IncidentProblem disabled(String why) {
        return new IncidentProblem(
                "It gets no events any more", why, "Mend the other system, then enable it on /console/webhooks");
    }

    private static IncidentProblem closed(String why) {
        return new IncidentProblem("Nothing is taken in: " + why, null, "Work off the queue or make room on the disk");
    }
}

package io.redress.health;

import io.redress.channel.mailbox.oauth.OAuthProviders;
import io.redress.incident.IncidentProblem;
import io.redress.incident.IncidentSubject;
import io.redress.routes.check.RouteChecker;
import io.redress.routes.file.ExpiringSecrets;
import io.redress.routes.file.ExpiringSecrets.Near;
import io.redress.routes.file.RouteFiles;
import io.redress.routes.file.RouteSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * Contributes {@code secrets} to {@code /actuator/health}: a warning when the secret of a mailbox or a mail server ends within
 * 30 days. Until then it works, so the hub stays up; after that the channel itself has trouble.
 */
@Component("secretsHealthIndicator")
class SecretsHealthIndicator extends AbstractHealthIndicator {

    private static final Status WARNING = new Status("WARNING");
    private static final Duration LOOKS_AFTER = Duration.ofMinutes(10);

    private final RouteFiles routes;
    private final RouteChecker checker;
    private final OAuthProviders providers;
    private final Clock clock;
    private List<Near> near = List.of();
    private Instant lookedAt = Instant.MIN;

    SecretsHealthIndicator(RouteFiles routes, RouteChecker checker, OAuthProviders providers, Clock clock) {
        this.routes = routes;
        this.checker = checker;
        this.providers = providers;
        this.clock = clock;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        List<Near> now = near();
        health.status(now.isEmpty() ? Status.UP : WARNING);
        now.forEach(one -> health.withDetail(one.login(), one.expiry().words(clock.instant())));
    }

    /** As those in charge are told, by login. */
    Map<IncidentSubject, IncidentProblem> problems() {
        var problems = new LinkedHashMap<IncidentSubject, IncidentProblem>();
        near().forEach(one -> problems.put(
                new IncidentSubject(IncidentSubject.Kind.SECRET, one.login()),
                new IncidentProblem(
                        one.expiry().words(clock.instant()), null, one.expiry().remedy())));
        return problems;
    }

    private synchronized List<Near> near() {
        Instant now = clock.instant();
        if (now.isBefore(lookedAt) || now.isAfter(lookedAt.plus(LOOKS_AFTER))) {
            near = ExpiringSecrets.of(RouteSet.parse(routes.texts()), providers.all(), checker.beanCatalog(), now);
            lookedAt = now;
        }
        return near;
    }
}

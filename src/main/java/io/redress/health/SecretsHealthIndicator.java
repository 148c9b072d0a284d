package io.redress.health;

import io.redress.apikey.ApiKey;
import io.redress.apikey.ApiKeySource;
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
 * Contributes {@code secrets} to {@code /actuator/health}: a warning when the secret of a mailbox or a mail server, or a key of the
 * API, ends within 30 days. Until then it works, so the hub stays up; after that the channel itself has trouble.
 */
@Component("secretsHealthIndicator")
class SecretsHealthIndicator extends AbstractHealthIndicator {

    private static final Status WARNING = new Status("WARNING");
    private static final String REMEDY =
            "make the next one with 'java -jar redress.jar key add' or in config/api-keys.yaml, give it to the system,"
                    + " and withdraw this one";
    private static final Duration LOOKS_AFTER = Duration.ofMinutes(10);

    private final RouteFiles routes;
    private final RouteChecker checker;
    private final OAuthProviders providers;
    private final List<ApiKeySource> keys;
    private final Clock clock;
    private List<Near> near = List.of();
    private Instant lookedAt = Instant.MIN;

    SecretsHealthIndicator(
            RouteFiles routes, RouteChecker checker, OAuthProviders providers, List<ApiKeySource> keys, Clock clock) {
        this.keys = keys;
        this.routes = routes;
        this.checker = checker;
        this.providers = providers;
        this.clock = clock;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        List<Near> now = near();
        List<ApiKey> ending = endingKeys();
        health.status(now.isEmpty() && ending.isEmpty() ? Status.UP : WARNING);
        ending.forEach(key -> health.withDetail(name(key), words(key)));
        now.forEach(one -> health.withDetail(one.login(), one.expiry().words(clock.instant())));
    }

    /** As those in charge are told, by login. */
    Map<IncidentSubject, IncidentProblem> problems() {
        var problems = new LinkedHashMap<IncidentSubject, IncidentProblem>();
        near().forEach(one -> problems.put(
                new IncidentSubject(IncidentSubject.Kind.SECRET, one.login()),
                new IncidentProblem(
                        one.expiry().words(clock.instant()), null, one.expiry().remedy())));
        endingKeys()
                .forEach(key -> problems.put(
                        new IncidentSubject(IncidentSubject.Kind.SECRET, name(key)),
                        new IncidentProblem(words(key), null, REMEDY)));
        return problems;
    }

    private List<ApiKey> endingKeys() {
        Instant now = clock.instant();
        return keys.stream()
                .flatMap(source -> source.keys().stream())
                .filter(key -> key.endsSoon(now))
                .toList();
    }

    private static String name(ApiKey key) {
        return "api-key." + key.name();
    }

    private String words(ApiKey key) {
        return key
                + (key.isExpired(clock.instant()) ? " of the API expired at " : " of the API expires at ")
                + key.expires();
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

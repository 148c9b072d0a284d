package io.redress.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.apikey.ApiKey;
import io.redress.channel.mailbox.oauth.OAuthProviders;
import io.redress.incident.IncidentProblem;
import io.redress.incident.IncidentSubject;
import io.redress.permission.TicketScope;
import io.redress.routes.SettingsCatalog;
import io.redress.routes.check.RouteChecker;
import io.redress.routes.file.RouteFiles;
import io.redress.testing.SetClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Status;

/** The shipped mailbox and mail server at Microsoft 365, with the end of the mailbox's secret. */
class SecretsHealthIndicatorTest {

    private static final IncidentSubject MAILBOX = new IncidentSubject(IncidentSubject.Kind.SECRET, "mailbox");

    private final SetClock clock = new SetClock(Instant.parse("2027-03-01T08:00:00Z"));
    private final Map<String, String> settings = new HashMap<>(Map.of(
            "mailbox.enabled", "true",
            "mailbox.oauth", "microsoft365",
            "mailbox.secret-expires", "2027-05-01",
            "mail-server.oauth", "microsoft365"));
    private List<ApiKey> keys = List.of();
    private final SecretsHealthIndicator secrets = new SecretsHealthIndicator(
            new RouteFiles(Path.of("routes")),
            new RouteChecker(new SettingsCatalog(settings), List.of()),
            OAuthProviders.read(Path.of("config/oauth")),
            List.of(() -> keys),
            clock);

    @Test
    void a_key_of_the_API_that_ends_soon_is_a_warning_and_an_incident_until_it_is_withdrawn() {
        Instant now = clock.instant();
        keys = List.of(key("year", now.minus(Duration.ofDays(300)), Duration.ofDays(330)));
        assertThat(secrets.health().getStatus()).isEqualTo(new Status("WARNING"));
        assertThat(secrets.problems())
                .containsOnlyKeys(new IncidentSubject(IncidentSubject.Kind.SECRET, "api-key.year"));
        assertThat(secrets.problems().values().iterator().next().problem())
                .isEqualTo("key year of the API expires at 2027-03-31T08:00:00Z");

        keys = List.of(
                key("week", now, Duration.ofDays(7)), key("year", now, Duration.ofDays(31)), key("ever", now, null));
        assertThat(secrets.problems()).isEmpty();
        clock.pass(Duration.ofDays(8));
        assertThat(secrets.problems().values().iterator().next().problem())
                .startsWith("key week of the API expired at");
    }

    private static ApiKey key(String name, Instant made, Duration life) {
        return new ApiKey(
                name, new byte[32], List.of("viewer"), TicketScope.ALL, life == null ? null : made.plus(life), made);
    }

    @Test
    void a_secret_that_ends_soon_is_a_warning_and_an_incident_until_its_new_end_is_written_down() {
        assertThat(secrets.health().getStatus()).isEqualTo(Status.UP);
        assertThat(secrets.problems()).isEmpty();

        clock.pass(Duration.ofDays(40));
        assertThat(secrets.health().getStatus()).isEqualTo(new Status("WARNING"));
        assertThat(secrets.health().getDetails())
                .containsOnly(
                        Map.entry("mailbox", "mailbox.secret-expires: the secret expires on 2027-05-01, in 20 days"));
        assertThat(secrets.problems()).containsOnlyKeys(MAILBOX);
        IncidentProblem problem = secrets.problems().get(MAILBOX);
        assertThat(problem.remedy()).contains("create a new one");

        clock.pass(Duration.ofDays(40));
        assertThat(secrets.health().getDetails().toString()).contains("the secret expired on 2027-05-01");

        settings.put("mailbox.secret-expires", "2029-05-01");
        clock.pass(Duration.ofMinutes(11));
        assertThat(secrets.problems()).isEmpty();
    }
}

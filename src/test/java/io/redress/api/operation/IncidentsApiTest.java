package io.redress.api.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.api.OpsHub;
import io.redress.incident.Incident;
import io.redress.incident.IncidentProblem;
import io.redress.incident.IncidentSubject;
import io.redress.ledger.incident.SqlIncidents;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class IncidentsApiTest extends OpsHub {

    private static final Instant AT = Instant.parse("2026-07-01T08:00:00Z");

    @Autowired
    SqlIncidents incidents;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void three() {
        jdbc.sql("delete from incident").update();
        begin("one", 1);
        begin("two", 2);
        incidents.end(begin("three", 3));
    }

    @Test
    void incidents_are_listed_latest_first_with_problem_error_and_remedy() throws Exception {
        var items = read(get("/api/incidents")).path("items");
        assertThat(items.findValuesAsText("name")).containsExactly("three", "two", "one");
        assertThat(items.get(1).path("kind").asText()).isEqualTo("channel");
        assertThat(items.get(1).path("problem").asText()).isEqualTo("The login is refused");
        assertThat(items.get(1).path("error").asText()).isEqualTo("NO");
        assertThat(items.get(1).path("remedy").asText()).isEqualTo("Set the password");
        assertThat(items.get(1).has("ended")).isFalse();
        assertThat(items.get(0).path("ended").asText()).isEqualTo("2026-07-01T08:00:03Z");
    }

    @Test
    void those_that_go_on_and_those_that_are_over_can_be_asked_for() throws Exception {
        assertThat(read(get("/api/incidents?open=true")).path("items").findValuesAsText("name"))
                .containsExactly("two", "one");
        assertThat(read(get("/api/incidents?open=false")).path("items").findValuesAsText("name"))
                .containsExactly("three");
        assertThat(get("/api/incidents?open=perhaps").statusCode()).isEqualTo(400);
    }

    @Test
    void pages_follow_each_other_without_a_gap() throws Exception {
        var first = read(get("/api/incidents?size=2"));
        var second =
                read(get("/api/incidents?size=2&cursor=" + first.path("next").asText()));
        assertThat(second.path("items").findValuesAsText("name")).containsExactly("one");
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(get("/api/incidents?cursor=MjAyNi0wNy0wMVQwODowMDowMFp8eA").statusCode())
                .isEqualTo(400);
    }

    @Test
    void without_a_key_nothing_is_told() {
        assertThat(send(request("/api/incidents")).statusCode()).isEqualTo(401);
    }

    @Test
    void how_many_are_in_trouble_is_a_metric() {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(get("/actuator/prometheus").body())
                        .containsPattern("redress_troubled\\{?[^\\n]*}? [1-9]"));
    }

    private Incident begin(String name, int second) {
        var incident = new Incident(
                UUID.randomUUID(),
                new IncidentSubject(IncidentSubject.Kind.CHANNEL, name),
                new IncidentProblem("The login is refused", "NO", "Set the password"),
                AT.plusSeconds(second),
                AT.plusSeconds(second));
        incidents.begin(incident, "elsewhere");
        return incident;
    }
}

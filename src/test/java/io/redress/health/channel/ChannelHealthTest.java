package io.redress.health.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.api.OpsHub;
import io.redress.channel.ChannelProblem;
import io.redress.channel.ChannelProblems;
import java.time.Instant;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class ChannelHealthTest extends OpsHub {

    @Autowired
    CamelContext camel;

    @Autowired
    ChannelProblems problems;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void well() {
        await().atMost(SOON).until(() -> health("support-mail").path("healthy").asBoolean());
    }

    @AfterEach
    void mailServerBack() throws Exception {
        if (!MAIL.isRunning()) {
            MAIL.start();
        }
        MAIL.setUser("ops", "a-secret-password");
        camel.getRouteController().startRoute("support-mail");
    }

    @Test
    void a_mailbox_that_cannot_be_polled_is_unhealthy_since_then_and_heals() throws Exception {
        MAIL.stop();
        await().atMost(SOON).until(() -> !health("support-mail").path("healthy").asBoolean());
        JsonNode sick = health("support-mail");
        assertThat(sick.path("problem").asText()).isEqualTo("It cannot poll");
        assertThat(sick.path("error").asText()).contains("ConnectException").doesNotContain("a-secret-password");
        assertThat(Instant.parse(sick.path("since").asText())).isBefore(Instant.now());
        assertThat(health("support-mail").path("since")).as("since is kept").isEqualTo(sick.path("since"));

        MAIL.start();
        MAIL.setUser("ops", "a-secret-password");
        await().atMost(SOON).until(() -> health("support-mail").path("healthy").asBoolean());
    }

    @Test
    void a_mailbox_that_refuses_the_login_is_unhealthy() {
        MAIL.stop();
        MAIL.start(); // without its user
        await().atMost(SOON).until(() -> !health("support-mail").path("healthy").asBoolean());
    }

    @Test
    void a_trouble_that_a_channel_tells_of_itself_is_shown_with_its_remedy_until_it_is_over() throws Exception {
        problems.tell(
                "support-mail", new ChannelProblem("marks", "Nothing can be marked", "Let it", "NO, says the server"));
        problems.tell("support-mail", new ChannelProblem("set-aside", "1 mail is set aside", "Open it", null));
        JsonNode sick = health("support-mail");
        assertThat(sick.path("healthy").asBoolean()).isFalse();
        assertThat(sick.path("problem").asText()).isEqualTo("Nothing can be marked; 1 mail is set aside");
        assertThat(sick.path("remedy").asText()).isEqualTo("Let it; Open it");
        assertThat(sick.path("error").asText()).isEqualTo("NO, says the server");
        assertThat(get("/actuator/health").body()).contains("1 mail is set aside", "Open it");

        problems.over("support-mail", "marks");
        assertThat(health("support-mail").path("problem").asText()).isEqualTo("1 mail is set aside");
        problems.over("support-mail", "set-aside");
        assertThat(health("support-mail").path("healthy").asBoolean()).isTrue();
    }

    @Test
    void a_channel_whose_route_was_stopped_is_unhealthy() throws Exception {
        camel.getRouteController().stopRoute("support-mail");
        assertThat(health("support-mail").path("problem").asText()).isEqualTo("Its route is stopped");
        assertThat(channel("support-mail").path("state").asText()).isEqualTo("stopped");
    }

    @Test
    void a_channel_that_another_node_takes_is_well_whatever_was_wrong_here_but_not_while_no_node_leads()
            throws Exception {
        assertThat(cluster().path("leads").asBoolean()).isTrue();
        assertThat(get("/actuator/prometheus").body()).containsPattern("redress_cluster_leader(\\{.*})? 1");
        jdbc.sql("""
                update cluster_leader set fencing = fencing + 1, node = gen_random_uuid(), name = 'shop-2', since = now(),
                                          lease_until = now() + interval '10 minutes'
                """).update();
        try {
            problems.tell("support-mail", new ChannelProblem("marks", "Nothing can be marked", "Let it", null));
            await().atMost(SOON)
                    .until(() -> channel("support-mail").path("state").asText().equals("standby"));
            assertThat(health("support-mail").path("healthy").asBoolean()).isTrue();
            assertThat(cluster().path("leader").asText()).isEqualTo("shop-2");
            assertThat(get("/actuator/prometheus").body()).containsPattern("redress_cluster_leader(\\{.*})? 0");

            jdbc.sql("alter table cluster_leader rename to lost").update();
            await().atMost(SOON)
                    .until(() -> !health("support-mail").path("healthy").asBoolean());
            assertThat(health("support-mail").path("problem").asText()).contains("no node leads");
            jdbc.sql("alter table lost rename to cluster_leader").update();
        } finally {
            jdbc.sql("update cluster_leader set lease_until = '-infinity'").update();
            problems.over("support-mail", "marks");
        }
        await().atMost(SOON)
                .until(() -> channel("support-mail").path("state").asText().equals("started"));
        assertThat(cluster().path("leads").asBoolean()).isTrue();
    }

    private JsonNode cluster() throws Exception {
        return read(get("/actuator/health")).path("components").path("cluster").path("details");
    }

    @Test
    void a_channel_that_somebody_must_help_is_unhealthy_until_its_trouble_is_over() throws Exception {
        problems.tell(
                "support-mail", ChannelProblem.of("calls.pdf", "'calls.pdf' is not taken → save it as .csv or .xlsx"));
        await().atMost(SOON).until(() -> !health("support-mail").path("healthy").asBoolean());
        assertThat(health("support-mail").path("problem").asText()).contains("calls.pdf");
        assertThat(health("support-mail").path("remedy").asText()).contains("Save it as .csv");
        problems.over("support-mail", "calls.pdf");
        await().atMost(SOON).until(() -> health("support-mail").path("healthy").asBoolean());
    }

    @Test
    void a_channel_that_is_silent_for_longer_than_usual_is_unhealthy() throws Exception {
        JsonNode quiet = health("quiet");
        assertThat(quiet.path("healthy").asBoolean()).isFalse();
        assertThat(quiet.path("problem").asText()).contains("Nothing has arrived");
    }

    @Test
    void a_channel_tells_its_kind_its_last_arrival_and_what_its_items_became() throws Exception {
        Instant arrived = Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
        rows.item("support-mail", "bounce", "R-260701-CHAN01", null, arrived, "a bounce");
        await().atMost(SOON)
                .until(() ->
                        channel("support-mail").path("items").path("bounce").asInt() == 1);
        assertThat(channel("support-mail").path("kind").asText()).isEqualTo("mailbox");
        assertThat(channel("support-mail").path("state").asText()).isEqualTo("started");
        assertThat(channel("support-mail").path("lastArrival").asText()).isEqualTo(arrived.toString());
    }

    @Test
    void a_channel_that_is_connected_no_more_is_still_shown_with_its_items() throws Exception {
        rows.item("of-last-year", "bounce", "R-260701-CHAN02", null, Instant.now(), "a bounce");
        await().atMost(SOON)
                .until(() -> channel("of-last-year").path("state").asText().equals("removed"));
    }

    @Test
    void the_hub_is_unhealthy_with_a_sick_channel_but_stays_ready_and_alive() throws Exception {
        var health = get("/actuator/health"); // channel 'quiet' is silent
        assertThat(health.statusCode()).isEqualTo(503);
        JsonNode channels = read(health).path("components").path("channels");
        assertThat(channels.path("status").asText()).isEqualTo("DOWN");
        Instant.parse(channels.path("details").path("quiet").path("since").asText());
        for (String component : new String[] {"db", "jms", "diskSpace"}) {
            assertThat(read(health)
                            .path("components")
                            .path(component)
                            .path("status")
                            .asText())
                    .as(component)
                    .isEqualTo("UP");
        }
        for (String probe : new String[] {"liveness", "readiness"}) {
            assertThat(get("/actuator/health/" + probe).statusCode()).as(probe).isEqualTo(200);
        }
        assertThat(read(get("/actuator/health/readiness")).path("components").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("db", "jms", "readinessState");
        assertThat(read(get("/actuator/health/liveness")).path("components").fieldNames())
                .toIterable()
                .containsExactly("livenessState");
    }

    @Test
    void a_stage_that_was_stopped_makes_the_hub_unhealthy() throws Exception {
        camel.getRouteController().stopRoute("triage");
        try {
            assertThat(read(get("/actuator/health"))
                            .at("/components/camelHealth/status")
                            .asText())
                    .isEqualTo("DOWN");
        } finally {
            camel.getRouteController().startRoute("triage");
        }
    }

    private JsonNode health(String name) throws Exception {
        return channel(name).path("health");
    }

    private JsonNode channel(String name) throws Exception {
        for (JsonNode channel : read(get("/api/channels")).path("items")) {
            if (channel.path("name").asText().equals(name)) {
                return channel;
            }
        }
        return json.createObjectNode();
    }
}

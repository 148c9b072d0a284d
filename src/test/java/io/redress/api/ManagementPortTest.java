package io.redress.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.console.account.Browser;
import io.redress.permission.Role;
import io.redress.user.OneTimeCodes;
import io.redress.user.UserAdministration;
import io.redress.user.UserProfile;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** Health and metrics on a port of their own. */
@TestPropertySource(
        properties = {
            "management.server.port=0",
            "management.server.address=127.0.0.1",
            "management.endpoint.health.probes.add-additional-paths=true",
            "redress.console.second-factor=required"
        })
@DirtiesContext
class ManagementPortTest extends OpsHub {

    @LocalManagementPort
    int managementPort;

    @Autowired
    UserAdministration users;

    @Test
    void health_is_for_everybody_and_the_rest_needs_a_key() {
        assertThat(status(managementPort, "/actuator/health", null)).isIn(200, 503); // a channel of this hub is silent
        assertThat(status(managementPort, "/actuator/health/liveness", null)).isEqualTo(200);
        assertThat(status(managementPort, "/actuator/health/readiness", null)).isEqualTo(200);
        assertThat(status(managementPort, "/actuator/prometheus", null)).isEqualTo(401);
        assertThat(status(managementPort, "/actuator/prometheus", "wrong")).isEqualTo(401);
        assertThat(status(managementPort, "/actuator/prometheus", KEY)).isEqualTo(200);
        assertThat(status(managementPort, "/actuator/info", null)).isEqualTo(401);
    }

    @Test
    void nothing_else_is_there() {
        assertThat(status(managementPort, "/complaints/new", null)).isEqualTo(404);
        assertThat(status(managementPort, "/api/items", KEY)).isEqualTo(404);
        assertThat(status(port, "/actuator/health", null)).isEqualTo(404);
        assertThat(status(port, "/actuator/prometheus", KEY)).isEqualTo(404);
    }

    @Test
    void a_load_balancer_finds_both_probes_at_the_main_port_too() {
        assertThat(status(port, "/livez", null)).isEqualTo(200);
        assertThat(status(port, "/readyz", null)).isEqualTo(200);
    }

    /** Here, as this hub has settings of its own anyway. */
    @Test
    void where_the_shop_wants_a_second_factor_everybody_sets_one_up_before_anything_else() {
        String given = users.add(
                        "li.na", new UserProfile("Li Na", null, Set.of(Role.AGENT), Set.of(), Set.of(), null), "test")
                .password();
        var browser = new Browser(port);
        browser.signIn("li.na", given);
        browser.get("/console/login/password");
        String chosen = "kettle orbit violin marble";
        var changed = browser.post("/console/login/password", "before", given, "after", chosen, "again", chosen);
        assertThat(Browser.location(changed)).isEqualTo("/console/login/second-factor");
        assertThat(Browser.location(browser.get("/console/account"))).isEqualTo("/console/login/second-factor");
        assertThat(browser.get("/api/me").statusCode()).isEqualTo(401);
        assertThat(browser.get("/console/login/second-factor").body()).contains("data:image/svg+xml");
        var secret = users.get("li.na").credentials().secret();
        assertThat(browser.post("/console/login/second-factor", "code", "1").statusCode())
                .isEqualTo(400);
        var codes = browser.post(
                "/console/login/second-factor", "code", OneTimeCodes.at(Objects.requireNonNull(secret), Instant.now()));
        assertThat(codes.body()).contains("Recovery codes", "I have kept them");
        assertThat(browser.get("/api/me").statusCode()).isEqualTo(200);
        browser.get("/console/account");
        assertThat(browser.post("/console/account/second-factor/remove", "password", chosen)
                        .body())
                .contains("Everybody needs a second factor");
    }

    @Test
    void what_was_refused_is_counted() {
        assertThat(send(at(managementPort, "/actuator/prometheus").header("Authorization", "Bearer " + KEY))
                        .body())
                .contains("redress_requests_refused_total{", "reason=\"slow-body\"", "reason=\"memory\"");
    }

    private static int status(int port, String path, String key) {
        HttpRequest.Builder request = at(port, path);
        return send(key == null ? request : request.header("Authorization", "Bearer " + key))
                .statusCode();
    }

    private static HttpRequest.Builder at(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }
}

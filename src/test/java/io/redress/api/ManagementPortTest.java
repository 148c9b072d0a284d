package io.redress.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** Health and metrics on a port of their own. */
@TestPropertySource(
        properties = {
            "management.server.port=0",
            "management.server.address=127.0.0.1",
            "management.endpoint.health.probes.add-additional-paths=true"
        })
@DirtiesContext
class ManagementPortTest extends OpsHub {

    @LocalManagementPort
    int managementPort;

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

package io.redress.api.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.api.OpsHub;
import io.redress.configfile.Finding;
import io.redress.routes.reload.RouteStatus;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoutesApiTest extends OpsHub {

    @Test
    void a_broken_edit_is_told_with_its_line_and_remedy() {
        Path file = Path.of("routes", "channels", "web.camel.yaml");
        var status = new RouteStatus(
                file,
                Instant.EPOCH,
                RouteStatus.State.LAST_GOOD_VERSION,
                List.of(new Finding(file, 3, "unknown kamelet", "write web-form-source")));
        assertThat(RouteFileState.of(status))
                .isEqualTo(new RouteFileState(
                        "routes/channels/web.camel.yaml",
                        "last-good-version",
                        Instant.EPOCH,
                        List.of("routes/channels/web.camel.yaml:3: unknown kamelet → write web-form-source")));
    }

    @Test
    void a_hub_whose_routes_camel_loads_lists_none() throws Exception {
        var answer = get("/api/routes");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(read(answer).path("items").isArray()).isTrue();
    }
}

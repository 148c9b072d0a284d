package io.redress.simulation.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedRoutesTest {

    @TempDir
    Path folder;

    private Path routes;

    @BeforeEach
    void flow() throws IOException {
        routes = Files.createDirectories(folder.resolve("routes"));
        Files.createDirectories(routes.resolve("channels"));
        Files.writeString(
                routes.resolve("channels").resolve("form.camel.yaml"), route("kamelet:web-form-source", "direct:a"));
        Files.writeString(routes.resolve("tick.camel.yaml"), route("timer:tick", "direct:a"));
        Files.writeString(routes.resolve("45-replies.camel.yaml"), route("direct:reply", "kamelet:mail-sink"));
        Files.writeString(
                routes.resolve("crm.camel.yaml"), route("jms:queue:complaints.vip", "https://crm.example.com/tickets"));
        Files.writeString(routes.resolve("flow.camel.yaml"), route("direct:a", "jms:queue:intake"));
    }

    @Test
    void nothing_that_would_leave_the_machine_is_left() throws IOException {
        assertThat(written("crm")).doesNotContain("example.com").contains("direct:simulation-outside");
        assertThat(folder.resolve("to/45-replies.camel.yaml")).doesNotExist();
        assertThat(written("simulation")).contains("direct:reply");
    }

    @Test
    void nothing_starts_by_itself_or_takes_in_from_outside() throws IOException {
        written("flow");
        assertThat(folder.resolve("to/tick.camel.yaml")).doesNotExist();
        assertThat(folder.resolve("to/form.camel.yaml")).doesNotExist();
    }

    @Test
    void the_flow_itself_stays_as_it_is() throws IOException {
        assertThat(written("flow")).contains("direct:a").contains("jms:queue:intake");
    }

    private String written(String name) throws IOException {
        Path to = folder.resolve("to");
        new SimulatedRoutes().write(routes, to);
        return Files.readString(to.resolve(name + ".camel.yaml"));
    }

    private static String route(String from, String to) {
        return "- route:\n    id: x\n    from:\n      uri: " + from + "\n      steps:\n        - to:\n            uri: "
                + to + "\n        - to: " + to + "\n";
    }
}

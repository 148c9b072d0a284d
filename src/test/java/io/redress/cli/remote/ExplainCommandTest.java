package io.redress.cli.remote;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.redress.cli.CommandRun;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {

    @TempDir
    Path folder;

    private int status = 200;
    private String answer = """
            {"items":[{"clock":"resolution","round":1,"dueAt":"2026-11-25T02:00:00Z",
              "steps":[{"at":"2026-11-23T02:00:00Z","what":"The clock starts."}]},
             {"clock":"first-response","round":1,"dueAt":"2026-11-24T02:00:00Z","metAt":"2026-11-23T03:00:00Z",
              "endedAt":"2026-11-23T03:00:00Z","steps":[]}],"next":null}""";
    private HttpServer hub;
    private String asked = "";

    @BeforeEach
    void start() throws IOException {
        hub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hub.createContext("/", exchange -> {
            asked = exchange.getRequestURI().toString();
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        hub.start();
    }

    @AfterEach
    void stop() {
        hub.stop(0);
    }

    @Test
    void each_clock_is_shown_with_its_state_and_its_reasons() throws IOException {
        CommandRun run = explain("R-261123-7K9Q2M");
        assertThat(asked).isEqualTo("/api/tickets/R-261123-7K9Q2M/deadlines");
        assertThat(run.out().lines())
                .containsExactly(
                        "resolution, round 1: due at 2026-11-25T02:00:00Z",
                        "  2026-11-23T02:00:00Z  The clock starts.",
                        "",
                        "first-response, round 1: kept in time, at 2026-11-23T03:00:00Z",
                        "");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void scripts_get_the_hubs_answer_as_json() throws IOException {
        CommandRun run = explain("R-261123-7K9Q2M", "--json");
        assertThat(new ObjectMapper().readTree(run.out())).isEqualTo(new ObjectMapper().readTree(answer));
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void an_unknown_ticket_is_told_in_the_hubs_words() throws IOException {
        status = 404;
        answer = "{\"detail\":\"No ticket has the number R-261123-7K9Q2M\"}";
        CommandRun run = explain("R-261123-7K9Q2M");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("No ticket has the number R-261123-7K9Q2M");
    }

    @Test
    void what_is_no_number_is_never_asked_for() throws IOException {
        assertThat(explain("../items").exitCode()).isEqualTo(2);
        assertThat(asked).isEmpty();
    }

    private CommandRun explain(String number, String... options) throws IOException {
        Path key = Files.writeString(folder.resolve("key"), "a-key");
        String url = "http://127.0.0.1:" + hub.getAddress().getPort();
        return CommandRun.of(Stream.concat(
                        Stream.of("explain", number, "--url", url, "--key-file", key.toString()), Stream.of(options))
                .toArray(String[]::new));
    }
}

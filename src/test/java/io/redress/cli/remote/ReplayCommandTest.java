package io.redress.cli.remote;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.redress.cli.CommandRun;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {

    private static final String ITEM = "01a200f2-16fa-7f14-bdce-f753e0b72a51";

    @TempDir
    Path folder;

    private final List<String> asked = new ArrayList<>();
    private int status = 202;
    private String answer = "{\"messages\":3}";
    private HttpServer hub;
    private Path key;

    @BeforeEach
    void start() throws IOException {
        key = Files.writeString(folder.resolve("key"), "a-key\n");
        hub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hub.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
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
    void an_item_is_replayed_by_its_id() {
        CommandRun run = replay(ITEM);
        assertThat(asked).containsExactly("POST /api/items/" + ITEM + "/replay Bearer a-key");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void a_queue_of_failures_is_replayed_by_its_name() {
        CommandRun run = replay("DLQ.intake");
        assertThat(asked).containsExactly("POST /api/queues/DLQ.intake/replay Bearer a-key");
        assertThat(run.out()).isEqualToIgnoringNewLines("Handed off again: 3");
    }

    @Test
    void a_refusal_is_told_in_the_hubs_words() {
        status = 409;
        answer = "{\"detail\":\"Item " + ITEM + " has not ended yet\",\"remedy\":\"Wait for its end\"}";
        CommandRun run = replay(ITEM);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .isEqualToIgnoringNewLines("Refused (409): Item " + ITEM + " has not ended yet → Wait for its end");
    }

    @Test
    void a_hub_that_does_not_answer_is_told() {
        hub.stop(0);
        CommandRun run = replay(ITEM);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("No hub answers at").contains("--url");
    }

    @Test
    void what_is_neither_item_nor_queue_of_failures_is_never_asked_for() {
        CommandRun run = replay("complaints.quality");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(asked).isEmpty();
    }

    private CommandRun replay(String what) {
        String url = "http://127.0.0.1:" + hub.getAddress().getPort();
        return CommandRun.of("replay", what, "--url", url, "--key-file", key.toString());
    }
}

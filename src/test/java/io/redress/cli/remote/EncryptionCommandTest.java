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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncryptionCommandTest {

    private static final String COUNTS = "\"originals\":7,\"chatMessages\":0,\"files\":3,\"queueMessages\":2";

    @TempDir
    Path folder;

    private final List<String> asked = new ArrayList<>();
    private final Deque<String> answers = new ArrayDeque<>();
    private int status = 200;
    private HttpServer hub;
    private Path key;

    @BeforeEach
    void start() throws IOException {
        key = Files.writeString(folder.resolve("key"), "a-key\n");
        hub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hub.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            byte[] body = answers.removeFirst().getBytes(StandardCharsets.UTF_8);
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
    void rotate_waits_for_the_end_and_says_which_keys_may_go() {
        answers.add("{\"state\":\"running\"}");
        answers.add(
                "{\"state\":\"done\",\"key\":\"k2\",\"needed\":[\"k2\"],\"unneeded\":[\"k1\",\"k0\"]," + COUNTS + "}");
        CommandRun run = command("rotate");
        assertThat(asked).containsExactly("POST /api/encryption/rotate", "GET /api/encryption");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("Encrypts with: k2")
                .contains("Re-encrypted: 3 files, 7 originals, 0 chat messages, 2 queue messages")
                .contains("May be taken out of the key file: k1, k0");
    }

    @Test
    void status_rotates_nothing() {
        answers.add("{\"state\":\"none\",\"needed\":[],\"unneeded\":[]," + COUNTS + "}");
        CommandRun run = command("status");
        assertThat(asked).containsExactly("GET /api/encryption");
        assertThat(run.out())
                .contains("no key; new data is stored in plain text")
                .contains("Needed keys: none");
    }

    @Test
    void a_rotation_that_failed_is_no_success() {
        answers.add(
                "{\"state\":\"failed\",\"key\":\"k2\",\"needed\":[\"k1\",\"k2\"],\"unneeded\":[],\"problem\":\"disk full\","
                        + COUNTS + "}");
        CommandRun run = command("rotate");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("disk full").contains("run it again");
    }

    @Test
    void a_hub_without_a_key_file_says_so() {
        status = 409;
        answers.add("{\"detail\":\"This hub has no key file\"}");
        CommandRun run = command("rotate");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("no key file");
    }

    private CommandRun command(String act) {
        return CommandRun.of(
                "encryption",
                act,
                "--url",
                "http://127.0.0.1:" + hub.getAddress().getPort(),
                "--key-file",
                key.toString());
    }
}

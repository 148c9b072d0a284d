package io.redress.cli.remote;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.redress.apikey.ApiKeyText;
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

class KeyCommandTest {

    @TempDir
    Path folder;

    private final List<String> asked = new ArrayList<>();
    private String answer = "";
    private int status = 200;
    private HttpServer hub;
    private Path key;

    @BeforeEach
    void start() throws IOException {
        key = Files.writeString(folder.resolve("key"), "a-key\n");
        hub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hub.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add((exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body).strip());
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        hub.start();
    }

    @AfterEach
    void stop() {
        hub.stop(0);
    }

    @Test
    void add_prints_the_key_alone_so_that_it_can_be_piped() {
        status = 201;
        answer = "{\"key\":\"rdk_new\",\"name\":\"crm\"}";
        CommandRun run = command(
                "add", "crm", "--scope", "tickets.read,agent", "--category", "damage", "--expires", "2027-07-01");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out().strip()).isEqualTo("rdk_new");
        assertThat(asked)
                .containsExactly("POST /api/keys {\"name\":\"crm\",\"expires\":\"2027-07-01\","
                        + "\"scopes\":[\"tickets.read\",\"agent\"],\"teams\":null,\"categories\":[\"damage\"]}");
    }

    @Test
    void list_shows_what_is_in_use_and_with_all_what_was_withdrawn() {
        answer =
                "[{\"name\":\"crm\",\"source\":\"database\",\"scopes\":[\"agent\"],\"teams\":[],\"categories\":[\"damage\"],"
                        + "\"expires\":null,\"madeBy\":\"key default\"},"
                        + "{\"name\":\"old\",\"source\":\"database\",\"scopes\":[\"viewer\"],\"withdrawn\":\"2026-07-01T08:00:00Z\","
                        + "\"withdrawnBy\":\"wang.li\"},{\"name\":\"erp\",\"source\":\"file\",\"scopes\":[\"viewer\"]}]";
        assertThat(command("list").out().lines())
                .containsExactly(
                        "crm: agent; categories damage; made by key default", "erp: viewer; in config/api-keys.yaml");
        assertThat(command("list", "--all").out()).contains("old: viewer; withdrawn 2026-07-01T08:00:00Z by wang.li");
    }

    @Test
    void withdraw_asks_for_a_key_by_its_name_and_for_nothing_else() {
        status = 204;
        assertThat(command("withdraw", "crm").out()).contains("Withdrawn: crm");
        assertThat(asked).containsExactly("DELETE /api/keys/crm");
        assertThat(command("withdraw", "../tickets/R-1/legal-hold").exitCode()).isEqualTo(2);
        assertThat(asked).hasSize(1);
    }

    @Test
    void generate_prints_a_key_and_its_hash_and_asks_no_hub() {
        List<String> lines = CommandRun.of("key", "generate").out().lines().toList();
        String made = lines.get(0).substring("key:  ".length());
        assertThat(ApiKeyText.isWellFormed(made)).isTrue();
        assertThat(lines.get(1)).isEqualTo("hash: " + ApiKeyText.written(ApiKeyText.hash(made)));
        assertThat(asked).isEmpty();
    }

    private CommandRun command(String... arguments) {
        List<String> all = new ArrayList<>(List.of("key"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--url", "http://127.0.0.1:" + hub.getAddress().getPort(), "--key-file", key.toString()));
        return CommandRun.of(all.toArray(String[]::new));
    }
}

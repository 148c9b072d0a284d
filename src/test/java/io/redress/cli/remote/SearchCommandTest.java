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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchCommandTest {

    @TempDir
    Path folder;

    private String answer = """
            {"items":[{"kind":"person","matched":"phone","person":"+8613800138000","name":"张伟","tickets":1,
              "receivedAt":"2026-11-23T02:00:00Z"},
             {"kind":"ticket","matched":"phone","number":"R-261123-7K9Q2M","name":"张伟","channel":"web",
              "category":"quality","priority":"normal","status":"open","receivedAt":"2026-11-23T02:00:00Z",
              "snippet":{"text":"严重色差","marks":[]}}],"next":"abc"}""";
    private HttpServer hub;
    private String asked = "";
    private String body = "";

    @BeforeEach
    void start() throws IOException {
        hub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hub.createContext("/", exchange -> {
            asked = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
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
    void what_was_found_is_listed_and_the_text_is_in_no_address() throws IOException {
        CommandRun run = search("138", "0013", "8000");
        assertThat(asked).isEqualTo("POST /api/search");
        assertThat(new ObjectMapper().readTree(body).path("q").asText()).isEqualTo("138 0013 8000");
        assertThat(run.out().lines())
                .containsExactly(
                        "person  2026-11-23T02:00:00Z  +8613800138000  张伟  tickets: 1  by phone",
                        "ticket  2026-11-23T02:00:00Z  R-261123-7K9Q2M  张伟  web  quality  normal  open  by phone",
                        "    严重色差",
                        "There is more: give more words, or --size");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void nothing_found_is_told_in_words() throws IOException {
        answer = "{\"items\":[],\"next\":null}";
        CommandRun run = search("色差");
        assertThat(run.out()).contains("Nothing is found");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    private CommandRun search(String... text) throws IOException {
        Path key = Files.writeString(folder.resolve("key"), "a-key");
        String url = "http://127.0.0.1:" + hub.getAddress().getPort();
        var words = new java.util.ArrayList<>(java.util.List.of("search"));
        words.addAll(java.util.List.of(text));
        words.addAll(java.util.List.of("--url", url, "--key-file", key.toString()));
        return CommandRun.of(words.toArray(String[]::new));
    }
}

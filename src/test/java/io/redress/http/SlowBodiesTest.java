package io.redress.http;

import static io.redress.http.GuardedServer.answer;
import static io.redress.http.GuardedServer.post;
import static io.redress.http.GuardedServer.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** On a web server of its own, with a patience of a second. */
@Timeout(60)
class SlowBodiesTest {

    private static final String CHUNKED =
            "POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n";
    private static final String GET = "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    private static final int ROOM = 4 * 1024 * 1024;

    @TempDir
    Path folder;

    private final ScheduledExecutorService drops = Executors.newScheduledThreadPool(2);
    private GuardedServer server;

    @BeforeEach
    void start() throws Exception {
        server = new GuardedServer(folder, 12, 16, ROOM, 16, Duration.ofSeconds(1));
    }

    @AfterEach
    void stop() throws Exception {
        drops.shutdownNow();
        server.close();
    }

    record Attack(String name, String head, String drop, String answer) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Attack> attacks() {
        return Stream.of(
                new Attack("with a length", post(1_000_000), "x", "HTTP/1.1 408"),
                new Attack("of chunks of a byte", CHUNKED, "1\r\nx\r\n", "HTTP/1.1 408"),
                new Attack("in the size of a chunk", CHUNKED + "5", "", "HTTP/1.1 408"),
                new Attack("in the extension of a chunk", CHUNKED + "5;", "x", "HTTP/1.1 408"),
                new Attack("in the trailer", CHUNKED + "0\r\nX-Trailer: ", "x", "HTTP/1.1 408"),
                new Attack("silent", post(10), "", "HTTP/1.1 408"),
                new Attack("that is asked for", expecting("/"), "x", "HTTP/1.1 100"),
                new Attack("of GET", post(100_000).replace("POST", "GET"), "x", "HTTP/1.1 408"),
                new Attack("of HEAD", post(100_000).replace("POST", "HEAD"), "x", "HTTP/1.1 408"),
                new Attack("of DELETE", post(100_000).replace("POST", "DELETE"), "x", "HTTP/1.1 408"),
                new Attack(
                        "behind another request",
                        post(2).replace("close", "keep-alive") + "xx" + post(100_000),
                        "x",
                        "2 bytes"),
                new Attack("for a static asset", post(100_000).replace(" / ", " /assets/console.css "), "x", "asset"),
                new Attack("nobody waits for", expecting("/assets/console.css"), "", "asset"),
                new Attack("after much came fast", post(1_000_000) + "x".repeat(200_000), "x", "HTTP/1.1 408"));
    }

    private static String expecting(String path) {
        return post(100_000).replace(" / ", " " + path + " ").replace("Host", "Expect: 100-continue\r\nHost");
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void a_slow_body_is_ended_and_its_sender_told(Attack attack) throws IOException {
        Socket socket = server.send("127.0.0.1", attack.head());
        drip(socket, attack.drop());
        assertThat(answer(socket)).contains(attack.answer());
        await().atMost(Duration.ofSeconds(5)).until(() -> server.bodies.open() == 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"G", "GET / HTTP/1.1\r\n", "GET / HTTP/1.1\r\nHost: x\r\nX-Long: ", "POST /"})
    void slow_headers_are_ended_and_their_sender_told(String begun) throws IOException {
        Socket socket = server.send("127.0.0.1", begun);
        drip(socket, "x");
        assertThat(answer(socket)).startsWith("HTTP/1.1 408").contains("headers came too slowly");
        assertThat(server.refusals.of(RequestRejection.SLOW_HEADERS)).isEqualTo(1);
    }

    @Test
    void a_body_that_comes_in_time_is_read_whole() throws IOException {
        assertThat(answer(server.send("127.0.0.1", post(300_000) + "x".repeat(300_000))))
                .contains("HTTP/1.1 200", "300000 bytes");
        assertThat(answer(server.send("127.0.0.1", CHUNKED + "3\r\nabc\r\n0\r\n\r\n")))
                .contains("3 bytes");
        assertThat(server.bodies.open()).isZero();
        assertThat(server.memory.held()).isZero();
    }

    @Test
    void a_connection_goes_on_after_a_body_that_nobody_read() throws IOException {
        Socket socket = server.send(
                "127.0.0.1",
                post(5).replace(" / ", " /assets ").replace("close", "keep-alive") + "12345" + post(2) + "xx");
        assertThat(answer(socket)).contains("asset", "2 bytes");
    }

    @Test
    void the_fastest_sender_has_no_more_than_the_whole_time() throws IOException {
        Socket socket = server.send("127.0.0.1", post(100_000_000));
        drip(socket, "x".repeat(20_000));
        assertThat(answer(socket)).contains("HTTP/1.1 408");
    }

    @Test
    void a_sender_that_hangs_up_in_the_middle_keeps_no_place() throws IOException {
        server.send("127.0.0.1", post(1_000)).close();
        Socket half = server.send("127.0.0.1", post(1_000) + "x");
        half.shutdownOutput();
        answer(half);
        await().atMost(Duration.ofSeconds(5)).until(() -> server.bodies.open() == 0);
    }

    @Test
    void one_address_does_not_take_the_place_of_others() throws Exception {
        server.close();
        server = new GuardedServer(folder, 12, 16, ROOM, 16, Duration.ofSeconds(30));
        for (int i = 0; i < 12; i++) {
            server.send("127.0.0.1", post(100));
        }
        await().until(() -> server.bodies.open() == 12);
        assertThat(answer(server.send("127.0.0.2", GET))).contains("HTTP/1.1 200", "0 bytes");
        assertThat(answer(server.send("127.0.0.1", GET)))
                .contains("HTTP/1.1 429", "Retry-After: 5", "application/problem+json", "remedy");
        for (String probe : List.of("/actuator/health", "/actuator/health/liveness", "/readyz")) {
            assertThat(answer(server.send("127.0.0.1", GET.replaceFirst("GET \\S+", "GET " + probe))))
                    .contains("HTTP/1.1 200");
        }
    }

    @Test
    void beyond_all_places_senders_are_told_when_to_come_again_and_places_become_free() throws Exception {
        server.close();
        server = new GuardedServer(folder, 12, 16, ROOM, 16, Duration.ofSeconds(60));
        for (int i = 1; i <= 16; i++) {
            server.send("127.0.0." + i, post(10));
        }
        await().until(() -> server.bodies.open() == 16);
        assertThat(answer(server.send("127.0.0.20", post(10) + "12345")))
                .contains("HTTP/1.1 503", "Retry-After: 5", "application/problem+json", "remedy");
        assertThat(answer(server.send("127.0.0.20", GET))).contains("HTTP/1.1 200");
        await().atMost(Duration.ofSeconds(10)).until(() -> server.bodies.open() < 16);
        assertThat(answer(server.send("127.0.0.20", post(5) + "12345"))).contains("5 bytes");
    }

    @Test
    void big_bodies_beyond_the_memory_are_told_when_to_come_again() throws Exception {
        Socket first = server.send("127.0.0.1", post(10_000_000));
        write(first, "x".repeat(ROOM + 1_000_000));
        await().until(() -> server.memory.held() > ROOM);
        Socket second = server.send("127.0.0.2", post(1_000_000));
        write(second, "x".repeat(500_000));
        assertThat(answer(second)).contains("HTTP/1.1 503", "Retry-After: 30");
        write(first, "x".repeat(10_000_000 - ROOM - 1_000_000));
        assertThat(answer(first)).contains("10000000 bytes");
        assertThat(server.memory.held()).isZero();
    }

    @Test
    void an_address_has_so_many_connections_and_a_trusted_proxy_as_many_as_it_likes() throws IOException {
        for (int i = 0; i < 16; i++) {
            server.connect("127.0.0.3");
            server.connect("127.0.0.9");
        }
        assertThat(answer(server.connect("127.0.0.3"))).contains("429", "too many connections");
        assertThat(answer(server.send("127.0.0.9", GET))).contains("200");
        assertThat(answer(server.send("127.0.0.4", GET))).contains("200");
    }

    /** Ten drops a second. */
    private void drip(Socket socket, String drop) {
        drops.scheduleAtFixedRate(
                () -> {
                    try {
                        write(socket, drop);
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e); // ends it
                    }
                },
                50,
                100,
                TimeUnit.MILLISECONDS);
    }
}

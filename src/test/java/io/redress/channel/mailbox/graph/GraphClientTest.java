package io.redress.channel.mailbox.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.redress.channel.mailbox.MailFolder;
import io.redress.channel.mailbox.MailboxFolderId;
import io.redress.channel.mailbox.MailboxSettings;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that a server, or a proxy before it, should not give. */
@Timeout(30)
class GraphClientTest {

    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;
    private GraphClient graph;
    private volatile String answer = "";
    private volatile boolean hangs;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", exchange -> {
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length + (hangs ? 1 : 0));
            exchange.getResponseBody().write(bytes);
            exchange.getResponseBody().flush();
            try {
                if (hangs) {
                    end.await();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        server.start();
        graph = new GraphClient(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1.0/"),
                () -> "token",
                Duration.ofSeconds(10),
                Duration.ofMillis(500),
                Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
    }

    @Test
    void an_answer_that_stops_in_the_middle_ends_with_the_time_limit() {
        answer = "From: li";
        hangs = true;
        assertThatThrownBy(() -> graph.raw("messages/1/$value", 100)).isInstanceOf(MessagingException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>Please log in</html>", "{}", "{\"value\":{}}", "{\"value\":[", ""})
    void what_is_not_a_list_of_mails_is_not_an_empty_folder(String body) {
        answer = body;
        MailFolder folder = new GraphMailFolder(graph, "users/c", "id", null, settings());
        assertThatThrownBy(folder::waiting).isInstanceOf(MessagingException.class);
    }

    @Test
    void an_address_that_cannot_be_asked_is_the_servers_trouble() throws Exception {
        answer = "{\"value\":[],\"@odata.nextLink\":\"http://127.0.0.1/a b|c\"}";
        MailFolder folder = new GraphMailFolder(graph, "users/c", "id", null, settings());
        assertThatThrownBy(folder::waiting)
                .isInstanceOf(MessagingException.class)
                .hasMessageContaining("cannot be asked");
        answer = "{\"value\":[]}";
        assertThat(folder.waiting()).isEmpty();
    }

    private static MailboxSettings settings() {
        return new MailboxSettings(
                new MailboxFolderId("shop", "c at localhost", "INBOX"),
                "graph",
                "localhost",
                443,
                "c",
                null,
                false,
                true,
                100,
                1 << 20,
                3,
                Duration.ofSeconds(5),
                Map.of(),
                false);
    }
}

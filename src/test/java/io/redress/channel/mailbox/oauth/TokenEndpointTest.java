package io.redress.channel.mailbox.oauth;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A token server that answers badly. */
class TokenEndpointTest {

    @Test
    @Timeout(30)
    void an_answer_that_stops_in_the_middle_holds_up_no_mailbox() throws Exception {
        var end = new CountDownLatch(1);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/token";
            assertThatThrownBy(() -> new TokenEndpoint(Duration.ofMillis(500)).ask(url, Map.of()))
                    .isInstanceOf(OAuthFailure.class)
                    .hasMessageContaining("cannot be reached");
        } finally {
            end.countDown();
            server.stop(0);
        }
    }
}

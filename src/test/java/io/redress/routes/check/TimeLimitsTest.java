package io.redress.routes.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.redress.lookup.LookupRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.camel.component.kamelet.KameletComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A system that takes its time is waited for as long as its file says: neither shorter nor longer. Its address is IPv6. */
class TimeLimitsTest {

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final CountDownLatch givenUp = new CountDownLatch(1);
    private HttpServer slow;

    @BeforeEach
    void start() throws IOException {
        slow = HttpServer.create(new InetSocketAddress(InetAddress.getByName("::1"), 0), 8);
        slow.setExecutor(Executors.newCachedThreadPool());
        slow.createContext("/hanging", exchange -> {
            await(60); // until the other side has given up
            exchange.close();
        });
        slow.createContext("/slow", exchange -> {
            await(3); // longer than the default of the kamelet
            byte[] answer = "{}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        slow.start();
        camel.getComponent("kamelet", KameletComponent.class).setLocation("file:routes/kamelets");
    }

    @AfterEach
    void stop() {
        givenUp.countDown();
        camel.stop();
        slow.stop(0);
    }

    @Test
    void a_short_limit_gives_up() throws Exception {
        lookUp("/hanging", 400);
        assertThatThrownBy(this::ask).rootCause().hasMessageContaining("timed out");
    }

    @Test
    void a_long_limit_waits() throws Exception {
        lookUp("/slow", 30_000);
        assertThat(ask()).isEqualTo("{}");
    }

    private void lookUp(String path, int timeLimit) throws Exception {
        PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString("lookup.camel.yaml", """
                - route:
                    from:
                      uri: direct:lookup
                      steps:
                        - to:
                            uri: kamelet:http-lookup-sink
                            parameters: {url: "http://[::1]:%d%s", timeLimit: %d}
                """.formatted(
                        slow.getAddress().getPort(), path, timeLimit)));
        camel.start();
    }

    private String ask() {
        var request = new LookupRequest("crm", Map.of("phone", "13800000000"));
        return camel.createFluentProducerTemplate()
                .to("direct:lookup")
                .withBody(request)
                .request(String.class);
    }

    private void await(int seconds) {
        try {
            givenUp.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

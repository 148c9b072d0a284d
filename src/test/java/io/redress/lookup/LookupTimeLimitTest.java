package io.redress.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code redress.lookups.time-limit} is how long a complaint waits for all systems together. */
class LookupTimeLimitTest {

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch answer = new CountDownLatch(1);
    private final CountDownLatch asked = new CountDownLatch(1);

    @AfterEach
    void stop() {
        answer.countDown();
        camel.stop();
        threads.shutdownNow();
    }

    @Test
    void a_system_that_takes_longer_is_not_waited_for() throws Exception {
        start(200);
        assertThat(ask().get(60, TimeUnit.SECONDS)).isEqualTo("goes on");
        assertThat(answer.getCount()).as("the system has not answered").isOne();
    }

    @Test
    void a_longer_limit_waits_for_it() throws Exception {
        start(60_000);
        CompletableFuture<Object> complaint = ask();
        assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(complaint).isNotDone();
        answer.countDown();
        assertThat(complaint.get(30, TimeUnit.SECONDS)).isEqualTo("goes on with an answer");
    }

    private CompletableFuture<Object> ask() {
        return CompletableFuture.supplyAsync(() -> camel.createFluentProducerTemplate()
                .to("direct:lookups")
                .withBody("complaint")
                .request(Object.class));
    }

    private void start(int limit) throws Exception {
        var properties = new Properties();
        properties.put("redress.lookups.time-limit", String.valueOf(limit));
        camel.getPropertiesComponent().setInitialProperties(properties);
        camel.getRegistry().bind("lookupService", new SlowLookup());
        camel.getRegistry().bind("lookupThreads", threads);
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:lookup-slow").process(exchange -> {
                    asked.countDown();
                    answer.await(60, TimeUnit.SECONDS);
                });
            }
        });
        String routes = Files.readString(Path.of("routes/18-lookups.camel.yaml"));
        PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString("18-lookups.camel.yaml", routes));
        camel.start();
    }

    /** Has one question, for a system that answers when it is let. */
    public static final class SlowLookup {

        private volatile boolean answered;

        public List<LookupRequest> questions(String complaint) {
            return List.of(new LookupRequest("slow", Map.of("phone", complaint)));
        }

        public Object answered(LookupRequest request, Object body) {
            answered = true;
            return request;
        }

        public Object missed(LookupRequest request, Exception why) {
            return request;
        }

        public String complete(Object arrival) {
            return answered ? "goes on with an answer" : "goes on";
        }
    }
}

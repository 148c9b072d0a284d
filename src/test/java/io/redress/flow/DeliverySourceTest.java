package io.redress.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.delivery.DeliveryOrder;
import io.redress.delivery.TargetRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Kamelet {@code delivery-source}: each order ends in one of delivered, refused, put off or dead letter. */
class DeliverySourceTest extends FlowTest {

    private static final DeliveryOrder ORDER = new DeliveryOrder(
            UUID.nameUUIDFromBytes(new byte[] {1}).toString(),
            "erp",
            UUID.nameUUIDFromBytes(new byte[] {2}).toString());

    private final Attempts attempts = new Attempts();

    @BeforeEach
    void start() throws Exception {
        bind(attempts, "deliveryService", "deadLetterChannel");
        load(Map.of(), "kamelets/delivery-source.kamelet.yaml");
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:tell-queues").to("mock:told");
            }
        });
        TemplatedRouteBuilder.builder(camel, "delivery-source")
                .routeId("orders")
                .parameter("target", "erp")
                .parameter("mapping", "erp")
                .parameter("openAfter", "2")
                .add();
        AdviceWith.adviceWith(camel, "orders", advice -> {
            advice.replaceFromWith("direct:orders");
            advice.mockEndpointsAndSkip("jms:*");
            advice.weaveByToUri("kamelet:sink").replace().to("mock:target");
        });
        camel.start();
    }

    @Test
    void what_the_target_takes_has_ended_with_its_answer() throws Exception {
        target().whenAnyExchangeReceived(exchange -> exchange.getMessage().setBody("record 7"));
        order(ORDER);
        assertThat(attempts.log).containsExactly("begin erp", "ended record 7");
        assertThat(told().getReceivedCounter()).isOne();
    }

    @Test
    void what_the_target_refuses_has_ended_too_and_does_not_open_its_breaker() throws Exception {
        target().whenAnyExchangeReceived(exchange -> exchange.setException(new TargetRefused("no such field")));
        for (int i = 0; i < 4; i++) {
            order(ORDER);
        }
        assertThat(target().getReceivedCounter()).isEqualTo(4);
        assertThat(attempts.log)
                .hasSize(8)
                .contains("ended no such field")
                .noneMatch(line -> line.startsWith("failed"));
    }

    @Test
    void what_fails_is_put_off_and_after_some_failures_the_target_is_left_alone() throws Exception {
        target().whenAnyExchangeReceived(exchange -> exchange.setException(new java.io.IOException("gone")));
        for (int i = 0; i < 4; i++) {
            order(ORDER);
        }
        assertThat(attempts.log).filteredOn(line -> line.startsWith("failed")).hasSize(4);
        assertThat(target().getReceivedCounter())
                .as("the breaker opened after two")
                .isEqualTo(2);
    }

    @Test
    void a_void_order_reaches_no_target() throws Exception {
        attempts.isVoid = true;
        order(ORDER);
        assertThat(attempts.log).containsExactly("begin erp");
        assertThat(target().getReceivedCounter()).isZero();
    }

    @Test
    void an_order_that_cannot_be_read_is_a_dead_letter_of_its_queue_and_begins_nothing() throws Exception {
        queue("DLQ.delivery.erp").expectedMessageCount(1);
        order("{\"id\":\"no id\"}");
        MockEndpoint.assertIsSatisfied(camel);
        assertThat(attempts.log).isEmpty();
    }

    private void order(Object order) throws Exception {
        send(
                "direct:orders",
                order instanceof String text ? text : json(order),
                Map.of("CamelJmsDestinationName", "x"));
    }

    private MockEndpoint target() {
        return camel.getEndpoint("mock:target", MockEndpoint.class);
    }

    private MockEndpoint told() {
        return camel.getEndpoint("mock:told", MockEndpoint.class);
    }

    /** Writes down what it is asked to. */
    public static final class Attempts {

        private final List<String> log = new ArrayList<>();
        private boolean isVoid;

        public @Nullable String begin(DeliveryOrder order, String mapping) {
            log.add("begin " + mapping);
            return isVoid ? null : "a delivery";
        }

        public List<String> ended(DeliveryOrder order, @Nullable Object answer) {
            log.add("ended " + (answer instanceof Exception refused ? refused.getMessage() : answer));
            return List.of();
        }

        public List<String> failed(DeliveryOrder order, Throwable error) {
            log.add("failed " + error.getMessage());
            return List.of();
        }

        public void receive(Exchange exchange) {
            exchange.getMessage().setHeader("redressReason", "no order");
        }
    }
}

package io.redress.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.redress.intake.Original;
import io.redress.intake.RawMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.component.jackson.JacksonDataFormat;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.component.jms.JmsConstants;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.DataFormatFactory;
import org.apache.camel.support.PluginHelper;
import org.junit.jupiter.api.AfterEach;

/** Files of {@code routes/} alone, as they are shipped: beans are the test's, and queues are mocks. */
abstract class FlowTest {

    static final ObjectMapper JSON = JsonMapper.builder()
            .findAndAddModules()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    final DefaultCamelContext camel = new DefaultCamelContext();

    @AfterEach
    void stop() {
        camel.stop();
    }

    /** Loads files of {@code routes/}; nothing of them starts yet. */
    final void load(Map<String, String> settings, String... files) throws Exception {
        var properties = new Properties();
        properties.putAll(settings);
        camel.getPropertiesComponent().setInitialProperties(properties);
        camel.getComponent("jms", JmsComponent.class)
                .setConnectionFactory(new ActiveMQConnectionFactory("vm://none?create=false"));
        camel.getRegistry().bind("jackson", (DataFormatFactory) () -> new JacksonDataFormat(JSON, Object.class));
        for (String file : files) {
            PluginHelper.getRoutesLoader(camel)
                    .loadRoutes(PluginHelper.getResourceLoader(camel).resolveResource("file:routes/" + file));
        }
    }

    final void bind(Object bean, String... names) {
        for (String name : names) {
            camel.getRegistry().bind(name, bean);
        }
    }

    /** Whatever routes would send to a queue goes to a mock of its name. */
    final void mockQueues() throws Exception {
        for (RouteDefinition route : List.copyOf(camel.getRouteDefinitions())) {
            AdviceWith.adviceWith(camel, route.getRouteId(), advice -> advice.mockEndpointsAndSkip("jms:*"));
        }
    }

    /** Lets a route take from another endpoint than its own. */
    final void feed(String route, String from) throws Exception {
        AdviceWith.adviceWith(camel, route, advice -> advice.replaceFromWith(from));
    }

    /** The mock of a queue that a route names itself. */
    final MockEndpoint queue(String name) {
        return camel.getEndpoint("mock:jms:queue:" + name, MockEndpoint.class);
    }

    /**
     * What was sent, by queue. A destination that is computed stands in a header: by it Camel sends to all such queues with
     * one producer.
     */
    final Map<String, List<Message>> sent() {
        return camel.getEndpoints().stream()
                .filter(endpoint -> endpoint.getEndpointUri().startsWith("mock://jms:queue:"))
                .flatMap(endpoint -> ((MockEndpoint) endpoint)
                        .getExchanges().stream()
                                .map(exchange -> Map.entry(destination(endpoint, exchange), exchange.getMessage())))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static String destination(Endpoint endpoint, Exchange exchange) {
        String computed = exchange.getMessage().getHeader(JmsConstants.JMS_DESTINATION_NAME, String.class);
        return computed != null ? computed : endpoint.getEndpointUri().substring("mock://jms:queue:".length());
    }

    /** Does something in the place of each message that routes send to queues by a computed name. */
    final void whenSent(Processor instead) {
        camel.getEndpoint("mock:jms:queue:${variable.queue}", MockEndpoint.class)
                .whenAnyExchangeReceived(instead);
    }

    final void send(String to, Object body, Map<String, Object> headers) {
        camel.createProducerTemplate().sendBodyAndHeaders(to, body, new HashMap<>(headers));
    }

    static RawMessage arrival(String format, String group) {
        return new RawMessage(
                "0195c0de-0000-7000-8000-000000000001",
                "R-261121-7K3M9Q",
                "a-channel",
                format,
                Instant.parse("2026-11-21T06:00:00Z"),
                "key-1",
                Map.of(),
                Original.inline("a complaint".getBytes(StandardCharsets.UTF_8)),
                group);
    }

    static String json(Object value) throws Exception {
        return JSON.writeValueAsString(value);
    }
}

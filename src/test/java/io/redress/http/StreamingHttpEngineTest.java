package io.redress.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Enumeration;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.springboot.SpringBootPlatformHttpConsumer;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class StreamingHttpEngineTest {

    @Test
    void a_request_that_an_error_ends_before_its_route_is_not_answered_as_if_it_were_accepted() throws Exception {
        try (var camel = new DefaultCamelContext()) {
            var engine = new StreamingHttpEngine(0, new ChannelPaths());
            var component = new PlatformHttpComponent();
            component.setEngine(engine);
            camel.addComponent("platform-http", component);
            camel.start();
            var endpoint =
                    camel.getEndpoint("platform-http:/webhooks/shop?useStreaming=true", PlatformHttpEndpoint.class);
            var consumer = (SpringBootPlatformHttpConsumer) engine.createConsumer(endpoint, exchange -> {});
            consumer.start();
            var response = new MockHttpServletResponse();
            var request = new MockHttpServletRequest("POST", "/webhooks/shop") {
                @Override
                public Enumeration<String> getHeaderNames() {
                    throw new NoClassDefFoundError("of a jar that is gone");
                }
            };
            assertThat(consumer.service(request, response)).isNull();
            assertThat(response.getStatus()).isEqualTo(500);
        }
    }
}

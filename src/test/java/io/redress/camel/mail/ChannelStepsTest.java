package io.redress.camel.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.Test;

class ChannelStepsTest {

    @Test
    void mails_are_handed_off_together_only_where_the_route_does_nothing_else() throws Exception {
        try (var camel = new DefaultCamelContext()) {
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:plain").routeId("plain").to("direct:hand-off");
                    from("direct:more").routeId("more").to("log:mail").to("direct:hand-off");
                    from("direct:other").routeId("other").to("direct:elsewhere");
                    from("direct:once")
                            .routeId("once")
                            .idempotentConsumer(body(), new MemoryIdempotentRepository())
                            .to("direct:hand-off");
                }
            });
            assertThat(ChannelSteps.areHandOffOnly(camel, "plain")).isTrue();
            assertThat(ChannelSteps.areHandOffOnly(camel, "more")).isFalse();
            assertThat(ChannelSteps.areHandOffOnly(camel, "other")).isFalse();
            assertThat(ChannelSteps.areHandOffOnly(camel, "once")).isFalse();
            assertThat(ChannelSteps.areHandOffOnly(camel, "unknown")).isFalse();
        }
    }
}

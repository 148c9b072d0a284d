package io.redress.reply;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.camel.reply.ReplyRoutes;
import java.time.Clock;
import java.util.Properties;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.junit.jupiter.api.Test;

/** The ways back to customers, as they are shipped. */
class ReplyRoutesTest {

    @Test
    void a_channel_that_only_takes_in_is_named_and_no_platform_has_failed() throws Exception {
        try (var camel = new DefaultCamelContext()) {
            var properties = new Properties();
            properties.put("mail-server.protocol", "smtp");
            properties.put("mail-server.host", "127.0.0.1");
            properties.put("mail-server.port", "25");
            properties.put("mail-server.start-tls", "false");
            camel.getRegistry().bind("replyRoutes", new ReplyRoutes(camel, Clock.systemUTC()));
            camel.getPropertiesComponent().setInitialProperties(properties);
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    routeTemplate("mail-sink").from("kamelet:source").log("sent");
                    from("direct:reply-wecom").log("sent");
                }
            });
            PluginHelper.getRoutesLoader(camel)
                    .loadRoutes(
                            PluginHelper.getResourceLoader(camel).resolveResource("file:routes/45-replies.camel.yaml"));
            camel.start();
            var reply = Reply.by("partner-webhook", new ChatReply("id", "partner-webhook:u-77", "hello"));
            assertThatThrownBy(() -> camel.createProducerTemplate().sendBody("direct:reply", reply))
                    .hasCauseInstanceOf(ReplyUnsupported.class)
                    .hasRootCauseMessage(
                            "channel partner-webhook has no way back to its customers: no route from direct:reply-partner-webhook");
        }
    }
}

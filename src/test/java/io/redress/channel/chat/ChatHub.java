package io.redress.channel.chat;

import io.redress.camel.delivery.NoRetryHttpClientConfigurer;
import io.redress.camel.http.ChannelResponseWriter;
import io.redress.channel.ChannelProblems;
import io.redress.channel.chat.platform.ChannelSettings;
import io.redress.channel.chat.platform.Platforms;
import io.redress.channel.chat.platform.stream.StreamListener;
import io.redress.channel.chat.platform.stream.StreamServices;
import io.redress.channel.sender.Senders;
import io.redress.delivery.dialogue.Dialogues;
import io.redress.handoff.IntakeBackPressure;
import io.redress.http.ChannelPaths;
import io.redress.http.ChannelRequestReader;
import io.redress.http.StreamingHttpEngine;
import io.redress.mapping.Mappings;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.component.platform.http.spi.PlatformHttpEngine;
import org.apache.camel.spi.TransactedPolicy;
import org.springframework.boot.actuate.autoconfigure.security.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * The chat channels on real HTTP, with {@link RecordingHandOff} for all that follows. It bears no {@code @Configuration}, so
 * that no other test finds it by scanning.
 */
@EnableAutoConfiguration(
        exclude = {
            DataSourceAutoConfiguration.class,
            FlywayAutoConfiguration.class,
            SecurityAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class,
            ManagementWebSecurityAutoConfiguration.class
        })
class ChatHub {

    @Bean
    RecordingHandOff handOff() {
        return new RecordingHandOff();
    }

    @Bean
    Senders senders() {
        return Senders.read(Path.of("src/test/resources/channel/chat/senders"));
    }

    @Bean
    Platforms platforms() {
        return Platforms.read(Path.of("config/platforms"));
    }

    @Bean
    ChannelSettings channelSettings(Environment environment) {
        return environment::getProperty;
    }

    /** Nothing is transacted here: {@link RecordingHandOff} is no broker. */
    @Bean
    TransactedPolicy jmsTransaction() {
        return new TransactedPolicy() {
            @Override
            public void beforeWrap(Route route, NamedNode definition) {}

            @Override
            public Processor wrap(Route route, Processor steps) {
                return steps;
            }
        };
    }

    @Bean
    RecordingNotices receivedNoticeService() {
        return new RecordingNotices();
    }

    @Bean
    RecordingPulls chatPulls() {
        return new RecordingPulls();
    }

    @Bean
    WebhookEventSplitter webhookEventSplitter(Senders senders) {
        return new WebhookEventSplitter(Mappings.read(Path.of("src/test/resources/channel/chat/mappings")), senders);
    }

    @Bean
    Dialogues dialogues() {
        return new Dialogues(Clock.systemUTC());
    }

    @Bean
    StreamServices streamServices(Platforms platforms, ChannelSettings channelSettings) {
        return new StreamServices(
                platforms,
                channelSettings,
                new ChannelProblems(Clock.systemUTC()),
                StreamListener.NONE,
                HttpClient.newHttpClient());
    }

    @Bean
    NoRetryHttpClientConfigurer noRetryHttpClientConfigurer() {
        return new NoRetryHttpClientConfigurer();
    }

    @Bean
    IntakeBackPressure intakeBackPressure() {
        return new IntakeBackPressure();
    }

    @Bean
    ChannelRequestReader channelRequestReader() {
        return new ChannelRequestReader();
    }

    @Bean
    ChannelResponseWriter channelResponseWriter() {
        return new ChannelResponseWriter();
    }

    @Bean("platform-http-engine")
    PlatformHttpEngine platformHttpEngine() {
        return new StreamingHttpEngine(0, new ChannelPaths());
    }
}

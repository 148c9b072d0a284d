package io.redress.http;

import io.redress.handoff.ConcurrencyCounter;
import io.redress.settings.channel.RequestSettings;
import io.redress.settings.channel.SlowSenderSettings;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.autoconfigure.web.ServerProperties.ForwardHeadersStrategy;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The web server's limits, around every request, those of the API too. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class HttpServerBeans {

    private static final Logger LOG = LoggerFactory.getLogger("io.redress.requests");
    private static final Duration WAIT_FOR_MEMORY = Duration.ofSeconds(10);

    @Bean
    RejectedRequestMetrics refusals() {
        return new RejectedRequestMetrics(
                System::nanoTime,
                news -> LOG.warn("Requests refused or aborted by the web server since the last report: {}", news));
    }

    @Bean
    ActiveRequestBodies activeRequestBodies(
            RequestSettings settings, ServerProperties server, SlowSenderSettings slow) {
        return new ActiveRequestBodies(
                settings.bodies(server.getTomcat().getThreads().getMax()), slow.patience());
    }

    @Bean
    RequestBodyMemory requestBodyMemory(RequestSettings settings) {
        return new RequestBodyMemory(
                settings.memory(Runtime.getRuntime().maxMemory()), WAIT_FOR_MEMORY, System::nanoTime);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> requestLimits(
            RequestSettings settings,
            ServerProperties server,
            ActiveRequestBodies bodies,
            RequestBodyMemory memory,
            RejectedRequestMetrics refusals) {
        var policy = new ConnectionPolicy(settings.connectionsByAddress(), trusted(server), settings.headerTime());
        return factory -> {
            factory.setProtocol(GuardedProtocol.class.getName());
            factory.addConnectorCustomizers(connector -> {
                // A sender that asks first is told at once when its body is not wanted.
                connector.setProperty("continueResponseTiming", "onRead");
                if (connector.getProtocolHandler() instanceof GuardedProtocol protocol) {
                    protocol.guard(policy, bodies, refusals);
                }
            });
            factory.addEngineValves(new RequestAdmissionValve(
                    new ConcurrencyCounter(settings.byAddress()),
                    bodies,
                    memory,
                    refusals,
                    settings.bodyTime(),
                    System::nanoTime));
        };
    }

    /** The proxies whose {@code X-Forwarded-For} is believed; none without the strategy {@code native}. */
    private static Predicate<String> trusted(ServerProperties server) {
        if (server.getForwardHeadersStrategy() != ForwardHeadersStrategy.NATIVE) {
            return address -> false;
        }
        return Pattern.compile(server.getTomcat().getRemoteip().getInternalProxies())
                .asMatchPredicate();
    }
}

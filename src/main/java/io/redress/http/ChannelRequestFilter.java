package io.redress.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.camel.component.platform.http.springboot.SpringBootPlatformHttpConsumer;
import org.springframework.boot.actuate.metrics.http.Outcome;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.stereotype.Component;

/**
 * Gives the requests of channels to their routes, past the filters and the dispatcher of Spring, which have nothing to add for
 * them: a channel's route proves its senders itself. Their answers have the same security headers, and they are counted by
 * the same metric {@code http.server.requests}. All other requests go on: those of pages and of the API, those whose path or
 * method is not exactly a channel's, and those that come before its route runs, which starts after all that it needs.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ChannelRequestFilter implements Filter {

    private final ChannelPaths paths;
    private final HeaderWriterFilter headers = new HeaderWriterFilter(SecurityHeaders.writers());
    private final MeterRegistry registry;
    private final Map<Series, Timer> timers = new ConcurrentHashMap<>();

    ChannelRequestFilter(ChannelPaths paths, MeterRegistry registry) {
        this.paths = paths;
        this.registry = registry;
    }

    private record Series(String method, String path, int status) {}

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest http && response instanceof HttpServletResponse answer) {
            SpringBootPlatformHttpConsumer consumer = paths.of(http);
            if (consumer != null) {
                serve(consumer, http, answer);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private void serve(
            SpringBootPlatformHttpConsumer consumer, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        long start = System.nanoTime();
        try {
            headers.doFilter(
                    request,
                    response,
                    (taken, answered) -> consumer.service((HttpServletRequest) taken, (HttpServletResponse) answered));
        } finally {
            var series = new Series(request.getMethod(), consumer.getEndpoint().getPath(), response.getStatus());
            timers.computeIfAbsent(series, this::timer).record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        }
    }

    /** With the tags that Spring gives it. */
    private Timer timer(Series series) {
        var tags = Tags.of("method", series.method(), "uri", series.path(), "status", String.valueOf(series.status()))
                .and("outcome", Outcome.forStatus(series.status()).name(), "exception", "none", "error", "none");
        return registry.timer("http.server.requests", tags);
    }
}

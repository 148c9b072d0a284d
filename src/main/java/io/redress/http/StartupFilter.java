package io.redress.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.camel.CamelContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 503 while the routes are not running: the web server listens a little before they start and a little after they
 * stop, and a sender who was told 404 then would not come back.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartupFilter extends OncePerRequestFilter {

    private static final String NOT_NOW = "{\"type\":\"about:blank\",\"title\":\"Service Unavailable\",\"status\":503,"
            + "\"detail\":\"The hub is starting or stopping\",\"remedy\":\"Send it again in a few seconds.\"}";

    private final ObjectProvider<CamelContext> camel;

    StartupFilter(ObjectProvider<CamelContext> camel) {
        this.camel = camel;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/actuator/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        CamelContext context = camel.getIfAvailable();
        if (context != null && context.getStatus().isStarted()) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", "3");
        response.setContentType("application/problem+json");
        response.getWriter().write(NOT_NOW);
    }
}

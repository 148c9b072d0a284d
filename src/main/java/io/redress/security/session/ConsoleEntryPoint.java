package io.redress.security.session;

import io.redress.user.SignInStep;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Sends who has not signed in, or not wholly, to the page where they go on. */
@Component
class ConsoleEntryPoint implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final String LOGIN = "/console/login";
    private static final Map<SignInStep, String> PAGES = Map.of(
            SignInStep.CODE, LOGIN + "/code",
            SignInStep.CHANGE_PASSWORD, LOGIN + "/password",
            SignInStep.ADD_SECOND_FACTOR, LOGIN + "/second-factor");
    /** htmx asks for parts of a page; a redirect of its own makes it load a whole one. */
    private static final String PART = "HX-Request";

    private final ConsoleSessions sessions;

    ConsoleEntryPoint(ConsoleSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        String page = sessions.of(request)
                .map(session -> PAGES.getOrDefault(session.step(), LOGIN))
                .orElse(LOGIN);
        if (request.getHeader(PART) != null) {
            response.setHeader("HX-Redirect", page);
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (HttpMethod.GET.matches(request.getMethod())) {
            response.sendRedirect(page + "?next=" + URLEncoder.encode(asked(request), StandardCharsets.UTF_8));
        } else {
            response.sendRedirect(page);
        }
    }

    /** A form without its token: it was open for longer than its session, or another site sent it. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        if (request.getHeader(PART) != null) {
            response.setHeader("HX-Redirect", LOGIN + "?stale");
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            response.sendRedirect(LOGIN + "?stale");
        }
    }

    private static String asked(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }
}

package io.redress.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.api.ApiProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/** Answers those who present no key of this hub, and says what to do about it. */
@Component
class ApiAuthenticationEntryPoint implements AuthenticationEntryPoint {

    static final String SET_A_KEY =
            "Set the environment variable REDRESS_API_KEY (or redress.api.keys.<name> in config/application.yaml) to a"
                    + " long random value, and start the hub again.";

    private final ApiKeys keys;
    private final ObjectMapper json;
    private final ApiKeyAudit audit;

    ApiAuthenticationEntryPoint(ApiKeys keys, ObjectMapper json, ApiKeyAudit audit) {
        this.keys = keys;
        this.json = json;
        this.audit = audit;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        boolean page = "/".equals(request.getRequestURI());
        if (keys.none()) {
            write(response, ApiProblem.of(HttpStatus.SERVICE_UNAVAILABLE, "No API key is configured", SET_A_KEY));
        } else {
            boolean presented = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
            audit.refused(request.getRemoteAddr(), request.getMethod(), request.getRequestURI(), presented);
            String scheme = page ? "Basic realm=\"Redress\", charset=\"UTF-8\"" : "Bearer realm=\"Redress\"";
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, scheme);
            write(response, ApiProblem.of(HttpStatus.UNAUTHORIZED, "A key of this hub is needed", remedy(page)));
        }
    }

    /** For those who present no token of a customer; nothing tells what is wrong with one. */
    void noCustomer(HttpServletRequest request, HttpServletResponse response, Exception reason) throws IOException {
        boolean presented = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        audit.refused(request.getRemoteAddr(), request.getMethod(), request.getRequestURI(), presented);
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Redress\"");
        write(
                response,
                ApiProblem.of(
                        HttpStatus.UNAUTHORIZED,
                        "A token of an app of redress.apps is needed",
                        "Send Authorization: Bearer <token>, signed and not expired; see docs/web-form.md."));
    }

    /** For those who are known but may not do this. */
    void forbidden(HttpServletRequest request, HttpServletResponse response, Exception reason) throws IOException {
        write(
                response,
                ApiProblem.of(
                        HttpStatus.FORBIDDEN,
                        "You are not permitted to see this",
                        "Ask an administrator for a role or a key with the permission."));
    }

    /** For what is neither public nor part of the API. */
    void notFound(HttpServletRequest request, HttpServletResponse response, Exception reason) throws IOException {
        write(response, ApiProblem.of(HttpStatus.NOT_FOUND, "There is nothing here", ApiProblem.SEE_THE_DOCUMENT));
    }

    private void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }

    private static String remedy(boolean page) {
        return page
                ? "Sign in with any user name and an API key as the password."
                : "Send the header Authorization: Bearer <key>.";
    }
}

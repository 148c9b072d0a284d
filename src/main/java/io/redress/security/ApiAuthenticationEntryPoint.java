package io.redress.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.api.ApiProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Answers those who present no key of this hub, and says what to do about it. */
@Component
class ApiAuthenticationEntryPoint implements AuthenticationEntryPoint {

    static final String SET_A_KEY =
            "Set the environment variable REDRESS_API_KEY (or redress.api.keys.<name> in config/application.yaml) to a"
                    + " long random value, and start the hub again.";

    private static final Logger LOG = LoggerFactory.getLogger(ApiAuthenticationEntryPoint.class);
    private static final String UNKNOWN = "unknown API key";

    private final ApiKeyAuthenticationProvider provider;
    private final WrongKeys wrongKeys;
    private final ObjectMapper json;
    private final ApiKeyAudit audit;

    ApiAuthenticationEntryPoint(
            ApiKeyAuthenticationProvider provider, WrongKeys wrongKeys, ObjectMapper json, ApiKeyAudit audit) {
        this.provider = provider;
        this.wrongKeys = wrongKeys;
        this.json = json;
        this.audit = audit;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (reason instanceof InternalAuthenticationServiceException) {
            LOG.error("API keys could not be read", reason);
            write(
                    response,
                    ApiProblem.of(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "The keys cannot be read: the ledger's database does not answer",
                            "Try again; if it stays so, see /actuator/health and the log."));
        } else if (provider.none() && request.getRequestedSessionId() == null) {
            write(response, ApiProblem.of(HttpStatus.SERVICE_UNAVAILABLE, "No API key is configured", SET_A_KEY));
        } else {
            refused(request, response, reason);
        }
    }

    private void refused(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        boolean presented = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        boolean wrong = reason instanceof BadCredentialsException || reason instanceof CredentialsExpiredException;
        String why = wrong ? String.valueOf(reason.getMessage()) : presented ? UNKNOWN : "no API key";
        audit.refused(request.getRemoteAddr(), request.getMethod(), request.getRequestURI(), why, presented);
        Duration wait = wrong ? wrongKeys.refused(request.getRemoteAddr()) : Duration.ZERO;
        if (!wait.isZero()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1));
            write(
                    response,
                    ApiProblem.of(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "Too many wrong keys came from this address",
                            "Correct the key, which then opens at once; a wrong one is refused until Retry-After."));
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Redress\"");
        write(
                response,
                ApiProblem.of(
                        HttpStatus.UNAUTHORIZED,
                        "A key of this hub is needed",
                        "Send the header Authorization: Bearer <key>, or sign in at /console/login."));
    }

    /** For those who present no token of a customer; nothing tells what is wrong with one. */
    void noCustomer(HttpServletRequest request, HttpServletResponse response, Exception reason) throws IOException {
        boolean presented = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        String why = presented ? "unknown token" : "no token";
        audit.refused(request.getRemoteAddr(), request.getMethod(), request.getRequestURI(), why, false);
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
        if (reason instanceof CsrfException) {
            write(
                    response,
                    ApiProblem.of(
                            HttpStatus.FORBIDDEN,
                            "The request lacks the token of its session",
                            "Send the page's token in the header X-CSRF-TOKEN; reload the page if it has an old one."));
            return;
        }
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
}

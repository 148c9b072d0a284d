package io.redress.api;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Problem details (RFC 9457) with a member {@code remedy}: what the caller can do. */
public final class ApiProblem {

    public static final String SEE_THE_DOCUMENT = "See /api/openapi.json for what the API offers.";

    private ApiProblem() {}

    public static ProblemDetail of(HttpStatusCode status, String detail, String remedy) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("remedy", remedy);
        return problem;
    }

    /** A 409 Conflict to throw: the present state does not allow the request. */
    public static ErrorResponseException conflict(String detail, String remedy) {
        return thrown(HttpStatus.CONFLICT, detail, remedy, null);
    }

    /** A 503 Service Unavailable to throw: at another time the request may be done. */
    public static ErrorResponseException unavailable(String detail, String remedy) {
        return unavailable(detail, remedy, null);
    }

    /** @param cause null when there is none */
    public static ErrorResponseException unavailable(String detail, String remedy, @Nullable Throwable cause) {
        return thrown(HttpStatus.SERVICE_UNAVAILABLE, detail, remedy, cause);
    }

    private static ErrorResponseException thrown(
            HttpStatus status, String detail, String remedy, @Nullable Throwable cause) {
        return new ErrorResponseException(status, of(status, detail, remedy), cause);
    }
}

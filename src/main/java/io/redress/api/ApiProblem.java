package io.redress.api;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** Problem details (RFC 9457) with a member {@code remedy}: what the caller can do. */
public final class ApiProblem {

    public static final String SEE_THE_DOCUMENT = "See /api/openapi.json for what the API offers.";

    private ApiProblem() {}

    public static ProblemDetail of(HttpStatusCode status, String detail, String remedy) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("remedy", remedy);
        return problem;
    }
}

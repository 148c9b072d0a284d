package io.redress.api;

import io.redress.ledger.ticket.TicketList;
import io.redress.search.SearchTimedOut;
import jakarta.jms.JMSException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Gives every error of the HTTP side as problem details that say what to do; what went wrong inside stays in the log. */
@RestControllerAdvice
class ApiExceptionHandler extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ApiExceptionHandler.class);

    @ExceptionHandler
    ResponseEntity<Object> badParameter(InvalidParameterException error) {
        ProblemDetail problem =
                ApiProblem.of(HttpStatus.BAD_REQUEST, String.valueOf(error.getMessage()), ApiProblem.SEE_THE_DOCUMENT);
        problem.setProperty("parameter", error.parameter());
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<Object> mismatch(MethodArgumentTypeMismatchException error) {
        return badParameter(new InvalidParameterException(error.getName(), error.getName() + " is not well-formed"));
    }

    /** What the firewall of {@link io.redress.security.SecurityConfiguration} keeps out is found where a parameter is read, which is here. */
    @ExceptionHandler
    ResponseEntity<Object> rejected(RequestRejectedException error) {
        return badParameter(
                new InvalidParameterException("query", "a parameter has a character that no text may have"));
    }

    /** So Jackson tells of exponents beyond an int. */
    @ExceptionHandler
    ResponseEntity<Object> number(NumberFormatException error) {
        return badParameter(new InvalidParameterException("body", "the body has a number that cannot be read"));
    }

    @ExceptionHandler
    ResponseEntity<Object> notThere(NotFoundException error) {
        ProblemDetail problem = ApiProblem.of(HttpStatus.NOT_FOUND, String.valueOf(error.getMessage()), error.remedy());
        error.members().forEach(problem::setProperty);
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<Object> tookTooLong(TicketList.TookTooLong error) {
        return answer(
                ApiProblem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        String.valueOf(error.getMessage()),
                        "Narrow it with from, to, category or channel, or ask for a phone, mail or order, which have an index."));
    }

    @ExceptionHandler
    ResponseEntity<Object> tookTooLong(SearchTimedOut error) {
        return answer(
                ApiProblem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        String.valueOf(error.getMessage()),
                        "Look for rarer words, or for a number, phone, mail or order; redress.search.time-limit sets the time."));
    }

    @ExceptionHandler
    ResponseEntity<Object> database(DataAccessException error) {
        LOG.error("the ledger could not be read", error);
        return answer(ApiProblem.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "The ledger's database does not answer",
                "Try again; if it stays so, see /actuator/health and the log."));
    }

    @ExceptionHandler
    ResponseEntity<Object> broker(JMSException error) {
        LOG.error("the broker could not be asked", error);
        return answer(ApiProblem.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "The message broker does not answer",
                "Try again; if it stays so, see /actuator/health and the log."));
    }

    @ExceptionHandler
    ResponseEntity<Object> unexpected(RuntimeException error) {
        LOG.error("an unexpected error", error);
        return answer(ApiProblem.of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Something went wrong in the hub",
                "The log has the error at this time; please report it."));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception error, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var answer = super.handleExceptionInternal(error, body, headers, status, request);
        if (answer != null
                && answer.getBody() instanceof ProblemDetail problem
                && (problem.getProperties() == null || !problem.getProperties().containsKey("remedy"))) {
            problem.setProperty("remedy", ApiProblem.SEE_THE_DOCUMENT);
        }
        return answer;
    }

    private static ResponseEntity<Object> answer(ProblemDetail problem) {
        return ResponseEntity.of(problem).build();
    }
}

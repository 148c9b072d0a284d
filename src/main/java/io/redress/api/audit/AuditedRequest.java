package io.redress.api.audit;

import io.redress.api.ApiProblem;
import io.redress.audit.AuditActor;
import io.redress.audit.AuditEntry;
import io.redress.audit.AuditOutcome;
import io.redress.permission.Actor;
import io.redress.security.CurrentActor;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.HandlerMapping;

/** One request as it goes into the log: what is known of it so far. */
public final class AuditedRequest {

    private static final String NAME = AuditedRequest.class.getName();
    private static final String METHOD_AND_PATH = "%s %s";
    private static final int FORBIDDEN = 403;
    private static final int FIRST_ERROR = 400;

    private final HttpServletRequest request;
    private final AuditedOperation operation;
    private final UUID id = UUID.randomUUID();
    private final Set<String> targets = new LinkedHashSet<>();
    private @Nullable Long shown;
    private boolean begun;
    private boolean ended;

    private AuditedRequest(HttpServletRequest request, AuditedOperation operation) {
        this.request = request;
        this.operation = operation;
    }

    /** The one of a request; null when it leaves no entry. */
    static @Nullable AuditedRequest of(HttpServletRequest request) {
        if (request.getAttribute(NAME) instanceof AuditedRequest known) {
            return known;
        }
        AuditedOperation operation = AuditedOperation.of(
                request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE), request.getMethod());
        if (operation == null) {
            return null;
        }
        var audited = new AuditedRequest(request, operation);
        request.setAttribute(NAME, audited);
        return audited;
    }

    /** Tells how many rows an operation sent that writes its answer itself. */
    public static void shown(long rows) {
        RequestAttributes current = RequestContextHolder.getRequestAttributes();
        if (current != null
                && current.getAttribute(NAME, RequestAttributes.SCOPE_REQUEST) instanceof AuditedRequest audited) {
            audited.rows(rows);
        }
    }

    AuditedOperation operation() {
        return operation;
    }

    void about(List<String> more) {
        targets.addAll(more);
    }

    void rows(@Nullable Long rows) {
        shown = rows;
    }

    /** The entry before an act; null when it stands already. */
    @Nullable
    AuditEntry begin(Instant now) {
        if (begun || ended) {
            return null;
        }
        begun = true;
        return entry(now, AuditOutcome.BEGUN, null, null);
    }

    /** The entry of the end; null when it stands already. */
    @Nullable
    AuditEntry end(Instant now, int status) {
        if (ended) {
            return null;
        }
        ended = true;
        AuditOutcome outcome = status == FORBIDDEN
                ? AuditOutcome.REFUSED
                : status < FIRST_ERROR ? AuditOutcome.DONE : AuditOutcome.FAILED;
        return entry(now, outcome, outcome == AuditOutcome.DONE ? shown : null, Integer.toString(status));
    }

    /** After an end that was not kept, so that the refusal is tried. */
    void notKept() {
        ended = false;
    }

    static ErrorResponseException unavailable(RuntimeException cause) {
        return ApiProblem.unavailable(
                "The audit log cannot be written, so nothing is shown or done",
                "Try again; if it stays so, see /actuator/health and the log.",
                cause);
    }

    private AuditEntry entry(Instant now, AuditOutcome outcome, @Nullable Long rows, @Nullable String note) {
        Actor actor = CurrentActor.of(request.getUserPrincipal());
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return new AuditEntry(
                now,
                actor == null ? AuditActor.UNKNOWN : AuditActor.of(actor),
                request.getRemoteAddr(),
                operation.act().key(),
                METHOD_AND_PATH.formatted(request.getMethod(), pattern),
                List.copyOf(targets),
                outcome,
                rows,
                id,
                note);
    }
}

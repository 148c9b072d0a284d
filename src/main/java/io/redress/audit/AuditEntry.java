package io.redress.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit log. It holds no personal data of customers in clear.
 *
 * @param at in microseconds
 * @param address from where; empty when it came from no network
 * @param act what it needs: a permission's key such as {@code tickets.read}, or one of {@link AuditActs}
 * @param operation of the API, such as {@code GET /api/tickets/{number}}; null for others
 * @param targets what it was about, each {@code <kind>:<value>}, or {@code <kind>#<keyed mark>}, see {@link AuditMarks}
 * @param shown how many rows, or how often it happened; null when nobody counted
 * @param request the same in all entries of a request; null for others
 * @param note for people, such as a status of HTTP; without personal data
 */
public record AuditEntry(
        Instant at,
        AuditActor actor,
        String address,
        String act,
        @Nullable String operation,
        List<String> targets,
        AuditOutcome outcome,
        @Nullable Long shown,
        @Nullable UUID request,
        @Nullable String note) {

    public AuditEntry {
        at = at.truncatedTo(ChronoUnit.MICROS);
        targets = List.copyOf(targets);
    }

    /** An entry of something that is neither a request nor counted. */
    public static AuditEntry of(
            Instant at, AuditActor actor, String address, String act, AuditOutcome outcome, @Nullable String note) {
        return new AuditEntry(at, actor, address, act, null, List.of(), outcome, null, null, note);
    }
}

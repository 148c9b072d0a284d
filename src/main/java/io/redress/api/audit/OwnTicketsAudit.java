package io.redress.api.audit;

import io.redress.audit.AuditActor;
import io.redress.audit.AuditActs;
import io.redress.audit.AuditEntry;
import io.redress.audit.AuditLog;
import io.redress.audit.AuditMarks;
import io.redress.audit.AuditOutcome;
import io.redress.status.AppCustomer;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Takes down which tickets an app of the shop was shown, and by which phones and addresses it asked. */
@Component
public class OwnTicketsAudit {

    private static final String OPERATION = "GET /api/my/tickets";
    private static final String SHOWN = "200";

    private final AuditLog log;
    private final AuditMarks marks;
    private final Clock clock;

    OwnTicketsAudit(AuditLog log, AuditMarks marks, Clock clock) {
        this.log = log;
        this.marks = marks;
        this.clock = clock;
    }

    /**
     * Called before they are shown.
     *
     * @param tickets their numbers
     * @throws org.springframework.web.ErrorResponseException 503 when it was not kept: then nothing may be shown
     */
    public void shown(AppCustomer customer, String address, List<String> tickets) {
        Set<String> targets = new LinkedHashSet<>();
        Stream.concat(customer.phones().stream(), customer.emails().stream())
                .forEach(value -> targets.addAll(marks.of(value)));
        tickets.stream().map(AuditMarks::ticket).forEach(targets::add);
        try {
            log.write(new AuditEntry(
                    clock.instant(),
                    new AuditActor(AuditActor.Kind.APP, customer.app()),
                    address,
                    AuditActs.OWN_TICKETS,
                    OPERATION,
                    List.copyOf(targets),
                    AuditOutcome.DONE,
                    (long) tickets.size(),
                    UUID.randomUUID(),
                    SHOWN));
        } catch (RuntimeException e) {
            throw AuditedRequest.unavailable(e);
        }
    }
}

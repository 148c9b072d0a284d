package io.redress.api.history;

import io.redress.api.ApiProblem;
import io.redress.api.InvalidParameterException;
import io.redress.api.NotFoundException;
import io.redress.api.Page;
import io.redress.api.PageFilter;
import io.redress.history.HistoryHeadKey;
import io.redress.ledger.ListPosition;
import io.redress.ledger.audit.AuditVerification;
import io.redress.ledger.history.HistoryVerification;
import io.redress.ledger.history.SqlHistoryHeads;
import io.redress.ledger.history.Verification;
import io.redress.permission.Permission;
import io.redress.permission.RequiresPermission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the tickets' histories are what they were, and the signed heads that prove it. */
@RestController
@RequiresPermission(Permission.AUDIT_READ)
@RequestMapping("/api/history")
@Tag(name = "History", description = "Histories that cannot be changed unnoticed")
class HistoryApi {

    private static final String A_DAY = "A day (UTC)";

    private final HistoryVerification verification;
    private final SqlHistoryHeads heads;
    private final HistoryHeadKey key;
    private final AuditVerification audit;
    private final Semaphore one = new Semaphore(1);

    HistoryApi(HistoryVerification verification, SqlHistoryHeads heads, HistoryHeadKey key, AuditVerification audit) {
        this.audit = audit;
        this.verification = verification;
        this.heads = heads;
        this.key = key;
    }

    @GetMapping("/verification")
    @Operation(
            summary = "Verify all histories",
            description =
                    "Looks through every event, every head and the audit log, one caller at a time; about 20 seconds"
                            + " for a million events. Names the first fault of each history.")
    @ApiResponse(responseCode = "409", description = "Somebody else is at it")
    ResponseEntity<Object> verify() {
        if (!one.tryAcquire()) {
            throw ApiProblem.conflict("The histories are being verified already", "Try again in a minute.");
        }
        try {
            Verification found = verification.verify().with(audit.verify());
            return ResponseEntity.ok(found);
        } finally {
            one.release();
        }
    }

    @GetMapping("/heads")
    @Operation(summary = "List heads", description = "The newest first.")
    Page<HeadView> list(@ParameterObject PageFilter page) {
        return page.of(
                this::newest,
                head -> new ListPosition(
                        head.day().atStartOfDay().toInstant(ZoneOffset.UTC),
                        head.day().toString()));
    }

    private List<HeadView> newest(@Nullable ListPosition from, int most) {
        LocalDate before = from == null ? null : LocalDate.ofInstant(from.at(), ZoneOffset.UTC);
        return heads.newest(before, most).stream().map(HeadView::of).toList();
    }

    @GetMapping("/heads/{day}")
    @Operation(summary = "Get the head of a day")
    HeadView get(@PathVariable @Parameter(description = A_DAY, example = "2026-07-01") String day) {
        return heads.of(day(day)).map(HeadView::of).orElseThrow(() -> none(day));
    }

    @GetMapping(path = "/heads/{day}/leaves", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(
            summary = "Get the leaves of a head",
            description =
                    "A line for each history that grew: ticket number, last position, its hash. The SHA-256 of it all"
                            + " stands in the head.")
    void leaves(
            @PathVariable @Parameter(description = A_DAY, example = "2026-07-01") String day,
            HttpServletResponse response)
            throws IOException {
        LocalDate of = day(day);
        if (heads.of(of).isEmpty()) {
            throw none(day);
        }
        response.setContentType("text/plain;charset=US-ASCII");
        heads.leaves(of, response.getWriter());
    }

    @GetMapping(path = "/key", produces = "application/x-pem-file")
    @Operation(
            summary = "Get the public key of the heads",
            description = "Ed25519, as PEM. Keep it with the heads, elsewhere: a key that comes from the hub proves"
                    + " nothing about the hub.")
    String key() {
        return key.pem();
    }

    private static LocalDate day(String value) {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeException e) {
            throw new InvalidParameterException("day", "day must look like 2026-07-01");
        }
    }

    private static NotFoundException none(String day) {
        return new NotFoundException("There is no head of " + day, "See GET /api/history/heads.");
    }
}

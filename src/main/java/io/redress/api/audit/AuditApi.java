package io.redress.api.audit;

import io.redress.api.Page;
import io.redress.api.PageFilter;
import io.redress.export.TableWriter;
import io.redress.permission.Permission;
import io.redress.permission.RequiresPermission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The audit log for auditors. */
@RestController
@RequiresPermission(Permission.AUDIT_READ)
@RequestMapping("/api/audit")
@Tag(name = "Audit", description = "Who signed in, read personal data, exported or acted")
class AuditApi {

    private final AuditedEntries entries;

    AuditApi(AuditedEntries entries) {
        this.entries = entries;
    }

    @GetMapping
    @Operation(
            summary = "Search the audit log",
            description =
                    "The newest first. An act has an entry begun before it and one with its outcome after it; both"
                            + " have the same request.")
    Page<AuditView> list(@ParameterObject AuditFilter filter, @ParameterObject PageFilter page) {
        return entries.page(filter, page);
    }

    @GetMapping("/export")
    @Operation(
            summary = "Export the audit log",
            description = "All that the filter shows, with the members of the list, as CSV (UTF-8 with a byte order"
                    + " mark).")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = TableWriter.CSV, schema = @Schema(type = "string")))
    void export(@ParameterObject AuditFilter filter, HttpServletResponse answer) throws IOException {
        entries.export(filter, answer);
    }
}

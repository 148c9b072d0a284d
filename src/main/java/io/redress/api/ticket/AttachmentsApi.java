package io.redress.api.ticket;

import io.redress.api.ParameterValue;
import io.redress.permission.Permission;
import io.redress.permission.RequiresPermission;
import io.redress.security.CurrentActor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The bytes of attachments. */
@RestController
@RequiresPermission(value = Permission.TICKETS_READ, scoped = true)
@Tag(name = "Tickets")
class AttachmentsApi {

    private final TicketAttachments attachments;

    AttachmentsApi(TicketAttachments attachments) {
        this.attachments = attachments;
    }

    @GetMapping("/api/tickets/{number}/attachments/{place}")
    @Operation(
            summary = "Download an attachment",
            description =
                    "The bytes as they came, to be saved, never shown: they are untrusted. One that is held back is"
                            + " refused, unless quarantined=true.")
    @ApiResponse(
            responseCode = "200",
            description = "The bytes",
            content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE))
    @ApiResponse(responseCode = "409", description = "It is held back; the detail says why")
    void get(
            @PathVariable @Parameter(description = "A ticket's number", example = "R-260701-7K9Q2M") String number,
            @PathVariable @Parameter(description = "Its place among the ticket's attachments, from 1") String place,
            @ParameterObject AttachmentFilter filter,
            @Nullable Principal reader,
            HttpServletResponse answer)
            throws IOException {
        String canonical = ParameterValue.ticketNumber(number);
        boolean insists = Boolean.TRUE.equals(ParameterValue.flag("quarantined", filter.quarantined()));
        attachments.send(canonical, place, insists, CurrentActor.name(reader), answer);
    }
}

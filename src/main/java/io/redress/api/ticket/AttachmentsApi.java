package io.redress.api.ticket;

import io.redress.api.ApiProblem;
import io.redress.api.DownloadMemory;
import io.redress.api.NotFoundException;
import io.redress.api.ParameterValue;
import io.redress.handoff.BlobStore;
import io.redress.ledger.ticket.TicketQueries;
import io.redress.permission.Permission;
import io.redress.permission.RequiresPermission;
import io.redress.ticket.Attachment;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    private static final Logger LOG = LoggerFactory.getLogger(AttachmentsApi.class);

    private final TicketQueries tickets;
    private final BlobStore blobs;
    private final DownloadMemory memory;

    AttachmentsApi(TicketQueries tickets, BlobStore blobs, DownloadMemory memory) {
        this.tickets = tickets;
        this.blobs = blobs;
        this.memory = memory;
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
        Attachment file = find(canonical, place);
        if (file.quarantine() != null && !insists) {
            throw ApiProblem.conflict(
                    "The attachment is held back: " + file.quarantine(),
                    "Add quarantined=true to have it all the same.");
        }
        LOG.info(
                "{} read attachment {} of ticket {}{}",
                reader == null ? "none" : reader.getName(),
                place,
                canonical,
                file.quarantine() == null ? "" : ", which is held back");
        String name = file.name() == null ? canonical + "-" + place : file.name();
        memory.send(answer, name, file.size(), () -> blobs.get(file.ref()));
    }

    private Attachment find(String number, String place) {
        List<Attachment> files = tickets.find(number)
                .orElseThrow(() -> new NotFoundException(
                        "No ticket has the number " + number, "Look for it with GET /api/tickets?q=."))
                .ticket()
                .complaint()
                .attachments();
        if (!place.matches("[1-9][0-9]{0,3}") || Integer.parseInt(place) > files.size()) {
            throw new NotFoundException(
                    "The ticket has " + files.size() + " attachments, and none at " + place,
                    "See GET /api/tickets/" + number);
        }
        return files.get(Integer.parseInt(place) - 1);
    }
}

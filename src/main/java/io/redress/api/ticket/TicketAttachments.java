package io.redress.api.ticket;

import io.redress.api.ApiProblem;
import io.redress.api.DownloadMemory;
import io.redress.api.NotFoundException;
import io.redress.handoff.BlobStore;
import io.redress.ledger.ticket.TicketQueries;
import io.redress.status.StatusFiles;
import io.redress.ticket.Attachment;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The bytes of tickets' attachments, to be saved; of photos also to be looked at. */
@Component
public class TicketAttachments {

    private static final Logger LOG = LoggerFactory.getLogger(TicketAttachments.class);

    private final TicketQueries tickets;
    private final BlobStore blobs;
    private final DownloadMemory memory;

    TicketAttachments(TicketQueries tickets, BlobStore blobs, DownloadMemory memory) {
        this.tickets = tickets;
        this.blobs = blobs;
        this.memory = memory;
    }

    /**
     * Sends an attachment to be saved.
     *
     * @param number a ticket's number in its canonical spelling
     * @param place among the ticket's attachments, from 1
     * @param insists whether it is wanted though it is held back
     * @param reader who reads it, for the log
     */
    public void send(String number, String place, boolean insists, String reader, HttpServletResponse answer)
            throws IOException {
        Attachment file = find(number, place);
        if (file.quarantine() != null && !insists) {
            throw ApiProblem.conflict(
                    "The attachment is held back: " + file.quarantine(),
                    "Add quarantined=true to have it all the same.");
        }
        LOG.info(
                "{} read attachment {} of ticket {}{}",
                reader,
                place,
                number,
                file.quarantine() == null ? "" : ", which is held back");
        String name = file.name() == null ? number + "-" + place : file.name();
        memory.send(answer, name, file.size(), () -> blobs.get(file.ref()));
    }

    /** Whether an attachment can be looked at: a photo of a kind that holds no script, not held back, and not too big. */
    public static boolean isShown(Attachment file) {
        return file.quarantine() == null && !file.isPending() && StatusFiles.isPicture(file.contentType(), file.size());
    }

    /** Sends a photo to be looked at; 404 for all else. */
    public void show(String number, String place, HttpServletResponse answer) throws IOException {
        Attachment file = find(number, place);
        if (!isShown(file)) {
            throw new NotFoundException("Attachment " + place + " is not a photo to look at", "Download it.");
        }
        memory.show(answer, file.contentType(), file.size(), () -> blobs.get(file.ref()));
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

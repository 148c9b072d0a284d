package io.redress.ledger.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.attachment.AttachmentService;
import io.redress.attachment.Quarantine;
import io.redress.channel.chat.platform.Platform;
import io.redress.channel.chat.platform.Platforms;
import io.redress.channel.chat.platform.window.ChatContacts;
import io.redress.delivery.TargetRefused;
import io.redress.delivery.TargetUnavailable;
import io.redress.due.DueOrder;
import io.redress.intake.ArrivalFile;
import io.redress.intake.MediaReference;
import io.redress.intake.RawMessage;
import io.redress.intake.recording.ChatMessageListener;
import io.redress.ledger.StoredJson;
import io.redress.ledger.delivery.DeliveryPlanner;
import io.redress.ledger.due.DueWork;
import io.redress.ledger.ticket.TicketRows;
import io.redress.ticket.Attachment;
import io.redress.ticket.Event;
import io.redress.ticket.Ticket;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Fetches the files that chat platforms keep, after their messages were answered: again with growing pauses, as long as the
 * platform keeps them. Then they are attachments of the ticket, and systems downstream are told.
 */
public final class DeferredMedia implements ChatMessageListener {

    private static final String PLATFORM = "platform";
    private static final int MOST = 50;
    /** Bytes; what is read of an answer is cut there. */
    private static final int LARGEST = 16 << 20;

    private final TransactionOperations transaction;
    private final TicketRows tickets;
    private final DueWork due;
    private final AttachmentService service;
    private final DeliveryPlanner deliveries;
    private final ChatContacts contacts;
    private final Platforms platforms;
    private final StoredJson json;
    private final Clock clock;

    public DeferredMedia(
            TransactionOperations transaction,
            TicketRows tickets,
            DueWork due,
            AttachmentService service,
            DeliveryPlanner deliveries,
            ChatContacts contacts,
            Platforms platforms,
            ObjectMapper json,
            Clock clock) {
        this.transaction = transaction;
        this.tickets = tickets;
        this.due = due;
        this.service = service;
        this.deliveries = deliveries;
        this.contacts = contacts;
        this.platforms = platforms;
        this.json = new StoredJson(json);
        this.clock = clock;
    }

    /**
     * A file to be fetched.
     *
     * @param item the message that it came with
     * @param until when the platform keeps it no longer
     */
    public record Fetch(String channel, String item, MediaReference media, Instant until) {}

    @Override
    public void heard(RawMessage raw, List<String> handles) {
        String platform = raw.attribute(PLATFORM);
        if (platform != null) {
            handles.forEach(handle -> contacts.heard(handle, platform, raw.receivedAt()));
        }
    }

    @Override
    public void fetch(String ticketNumber, RawMessage raw, List<MediaReference> media) {
        int number = 0;
        for (MediaReference one : media) {
            Platform platform = platforms.all().get(one.platform());
            if (platform != null && platform.outbound().fetchesMedia()) {
                Instant until = raw.receivedAt().plus(platform.outbound().keepsMedia());
                var fetch = new Fetch(raw.channel(), raw.id(), one, until);
                due.plan(DueWork.MEDIA, ticketNumber, raw.id() + "/" + number++, clock.instant(), json.written(fetch));
            }
        }
    }

    /** What to fetch now; null when it is not to be fetched any more, which is then written down. */
    public @Nullable Fetch next(DueOrder order) {
        Fetch fetch = json.read(order.argument(), Fetch.class);
        if (fetch.until().isAfter(clock.instant())) {
            return fetch;
        }
        giveUp(order, fetch, "the platform keeps it no longer");
        return null;
    }

    /** Puts a file into the ticket. */
    public void fetched(DueOrder order, Fetch fetch, byte[] bytes) {
        if (bytes.length == 0 || bytes.length >= LARGEST) {
            giveUp(order, fetch, bytes.length == 0 ? "it is empty" : "it is larger than 16 MB");
            return;
        }
        transaction.executeWithoutResult(status -> {
            Ticket ticket = tickets.locked(order.ticketNumber());
            if (!due.isDue(order)) {
                return; // fetched by another lease, or its customer is forgotten
            }
            var attachments = new ArrayList<>(ticket.complaint().attachments());
            if (attachments.size() >= MOST) {
                giveUp(order, fetch, "the ticket has " + MOST + " attachments already");
                return;
            }
            var file = new ArrivalFile(fetch.media().name(), "application/octet-stream", bytes);
            List<Attachment> stored = service.take(List.of(file)).attachments();
            attachments.addAll(stored);
            tickets.complete(ticket.withComplaint(ticket.complaint().withAttachments(attachments)));
            happened(order, fetch, "attachment received", words(fetch));
            if (!Quarantine.words(stored).isEmpty()) {
                happened(order, fetch, "attachments quarantined", Quarantine.words(stored));
            }
            if (stored.stream().anyMatch(Attachment::isPending)) {
                due.plan(DeferredScans.KIND, ticket.number(), order.id(), clock.instant(), "");
            }
            deliveries.followedUp(ticket.number(), "media " + order.id(), words(fetch));
            due.done(order, "");
        });
    }

    /** Tries again later, or gives up what the platform will never give. */
    public void failed(DueOrder order, Fetch fetch, Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof TargetRefused refused) {
                giveUp(order, fetch, String.valueOf(refused.getMessage()));
                return;
            }
            if (cause instanceof TargetUnavailable unavailable) {
                due.putOff(order, String.valueOf(unavailable.getMessage()), unavailable.retryAfter());
                return;
            }
        }
        due.putOff(order, error.getClass().getName(), null);
    }

    private void giveUp(DueOrder order, Fetch fetch, String reason) {
        transaction.executeWithoutResult(status -> {
            due.skip(order, reason);
            happened(order, fetch, "attachment missing", words(fetch) + " was not fetched: " + reason);
        });
    }

    private void happened(DueOrder order, Fetch fetch, String what, String why) {
        tickets.happened(order.ticketNumber(), new Event(clock.instant(), "hub", what, why), null);
    }

    private static String words(Fetch fetch) {
        String name = fetch.media().name();
        return fetch.media().kind() + (name == null ? "" : " " + name) + " of channel " + fetch.channel();
    }
}

package io.redress.console.ticket;

import io.redress.api.NotFoundException;
import io.redress.api.ticket.TicketAttachments;
import io.redress.console.ConsoleLanguage;
import io.redress.desk.DeskAct;
import io.redress.desk.DeskTicket;
import io.redress.desk.MarkedText;
import io.redress.desk.ShortText;
import io.redress.desk.TicketTimeline;
import io.redress.desk.TimelineEntry;
import io.redress.ledger.desk.DeskTickets;
import io.redress.ledger.ticket.StoredTicket;
import io.redress.ledger.ticket.TicketQueries;
import io.redress.lifecycle.TicketStatus;
import io.redress.security.CurrentActor;
import io.redress.servicelevel.clock.DeadlineExplainer;
import io.redress.ticket.Attachment;
import io.redress.ticket.KeyedEnum;
import io.redress.ticket.Ticket;
import java.security.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Puts a ticket together for its page. */
@Component
class TicketViews {

    private static final int OTHERS = 20;
    private static final int NAME = 200;
    private static final long KILOBYTE = 1024;

    private final TicketQueries tickets;
    private final DeskTickets desk;
    private final TicketTimeline timeline;
    private final DeadlineExplainer deadlines;
    private final TicketListViews rows;

    TicketViews(
            TicketQueries tickets,
            DeskTickets desk,
            TicketTimeline timeline,
            DeadlineExplainer deadlines,
            TicketListViews rows) {
        this.tickets = tickets;
        this.desk = desk;
        this.timeline = timeline;
        this.deadlines = deadlines;
        this.rows = rows;
    }

    /** @param reader sees those of the other tickets that they may see, and takes what they do not own */
    TicketView of(String number, Principal reader, ConsoleLanguage language, Instant now) {
        StoredTicket stored = tickets.find(number)
                .orElseThrow(() -> new NotFoundException("No ticket has the number " + number, "Search for it"));
        Ticket ticket = stored.ticket();
        DeskTicket summary = desk.find(number)
                .orElseThrow(() -> new NotFoundException("No ticket has the number " + number, "Search for it"));
        List<TimelineEntry> happened = timeline.of(number);
        List<String> words = MarkedText.words(ticket.triage().reasons());
        return new TicketView(
                rows.row(summary, now, language),
                ticket.channel().kind(),
                ticket.complaint().language(),
                TimelineEntry.version(happened),
                ShortText.of(ticket.complaint().subject(), NAME),
                MarkedText.of(ticket.complaint().text(), words),
                files(ticket.complaint().attachments()),
                TicketFacts.of(ticket),
                ticket.triage().reasons(),
                Math.round(ticket.triage().score() * 100) + " %",
                stored.remedy(),
                ClockViews.of(deadlines.of(number), now),
                happened,
                TicketFacts.links(ticket),
                desk.ofCustomer(TicketFacts.keys(ticket.customer()), CurrentActor.scope(reader), OTHERS).stream()
                        .filter(other -> !other.number().equals(number))
                        .map(other -> rows.row(other, now, language))
                        .toList(),
                DeskAct.of(
                        KeyedEnum.known(TicketStatus.class, stored.status()),
                        reader.getName().equals(summary.owner())));
    }

    private static List<TicketView.File> files(List<Attachment> attachments) {
        List<TicketView.File> files = new ArrayList<>();
        for (Attachment file : attachments) {
            int place = files.size() + 1;
            files.add(new TicketView.File(
                    place,
                    file.name() == null ? String.valueOf(place) : ShortText.of(file.name(), NAME),
                    file.contentType(),
                    Math.max(1, file.size() / KILOBYTE) + " KB",
                    TicketAttachments.isShown(file),
                    file.isPending() ? Attachment.PENDING : Objects.requireNonNullElse(file.quarantine(), ""),
                    file.flags()));
        }
        return files;
    }
}

package io.redress.intake.recording;

import io.redress.due.QueueNames;
import io.redress.intake.RawMessage;
import io.redress.intake.Refusal;
import io.redress.lifecycle.QueueNotifications;
import io.redress.lifecycle.TicketLifecycle;
import io.redress.lifecycle.TicketStatus;
import io.redress.lifecycle.TicketUpdate;
import io.redress.lifecycle.UpdateKind;
import io.redress.standing.Sender;
import io.redress.standing.TicketAction;
import io.redress.standing.TicketReferences;
import io.redress.ticket.Event;
import io.redress.ticket.Ticket;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an arrival does to tickets that were there before it: one with the standing for it follows a ticket up, any other
 * mentions it. A mention is written into both histories and changes nothing else.
 */
public final class FollowUpService {

    private final KnownTickets tickets;
    private final TicketReferenceResolver ticketReferenceResolver;
    private final TicketReferenceIndex directory;
    private final FollowUpDeliveries deliveries;
    private final TicketLifecycle lifecycle;
    private final QueueNotifications notifications;
    private final StatusLinkRenewal links;
    private final Clock clock;

    public FollowUpService(
            KnownTickets tickets,
            TicketReferenceResolver ticketReferenceResolver,
            TicketReferenceIndex directory,
            FollowUpDeliveries deliveries,
            TicketLifecycle lifecycle,
            QueueNotifications notifications,
            StatusLinkRenewal links,
            Clock clock) {
        this.tickets = tickets;
        this.ticketReferenceResolver = ticketReferenceResolver;
        this.directory = directory;
        this.deliveries = deliveries;
        this.lifecycle = lifecycle;
        this.notifications = notifications;
        this.links = links;
        this.clock = clock;
    }

    /** The tickets at which an arrival points. */
    record Found(TicketReferences references, List<TicketReferenceResolver.ReferencedTicket> tickets) {

        /** The numbers named that no ticket has. */
        Set<String> missing() {
            Set<String> missing = new LinkedHashSet<>(references.numbers());
            tickets.forEach(ticket -> missing.remove(ticket.number()));
            return missing;
        }

        /** The Message-IDs of the mails that it answers. */
        List<String> answered() {
            return references.names().stream()
                    .filter(name -> name.startsWith("<"))
                    .toList();
        }

        /** The first one that its sender may follow up. */
        Optional<TicketReferenceResolver.ReferencedTicket> followed() {
            return tickets.stream()
                    .filter(ticket -> ticket.trust().may(TicketAction.FOLLOW_UP))
                    .findFirst();
        }

        private List<String> numbersBut(String number) {
            return tickets.stream()
                    .map(TicketReferenceResolver.ReferencedTicket::number)
                    .filter(other -> !other.equals(number))
                    .toList();
        }
    }

    /** @param aliases names by which others will refer to it; arrivals of one thread are decided one after the other */
    Found find(Sender sender, List<String> named, List<String> aliases) {
        TicketReferences references = TicketReferences.of(named);
        if (!aliases.isEmpty()) {
            tickets.oneAtATime(Stream.concat(aliases.stream(), references.inOrder().stream())
                    .toList());
        }
        return new Found(references, references.isEmpty() ? List.of() : ticketReferenceResolver.by(sender, references));
    }

    /** Gives the number of the ticket that was followed up. */
    String follow(
            RawMessage raw,
            Found found,
            TicketReferenceResolver.ReferencedTicket followed,
            List<String> aliases,
            FollowUpText text) {
        String number = followed.number();
        tickets.alias(aliases, number);
        String by = ", by a " + followed.trust().words();
        tickets.happened(number, raw.id(), "follow-up", "through channel " + raw.channel() + by);
        mentions(found, number).ifPresent(event -> tickets.happened(number, raw.id(), event.what(), event.why()));
        mentioned(raw, number, found);
        deliveries.followedUp(number, raw.id(), text.text());
        wrote(raw, followed, text);
        if (raw.format().equals("email") && followed.trust().may(TicketAction.RENEW_STATUS_LINK)) {
            links.renewEnded(number, raw.id());
        }
        return number;
    }

    /** A ticket whose history says which others its customer named. */
    Ticket mentioning(Ticket ticket, Found found) {
        return mentions(found, ticket.number())
                .map(event -> {
                    List<Event> history = new ArrayList<>(ticket.history());
                    history.add(event);
                    return ticket.withHistory(history);
                })
                .orElse(ticket);
    }

    /** Says in the histories of the tickets named which one names them. */
    void mentioned(RawMessage raw, String by, Found found) {
        // In one order for everybody, so that two arrivals that name the same tickets do not wait for each other.
        for (String number : found.numbersBut(by).stream().sorted().toList()) {
            directory.mention(number, raw.id(), by + ", through channel " + raw.channel());
        }
    }

    /** A machine's mail belongs to a ticket when it answers a mail of ours about it; gives that ticket. */
    @Nullable
    String refused(RawMessage raw, Refusal refusal) {
        List<String> answered = ticketReferenceResolver.answered(TicketReferences.of(refusal.references()));
        answered.forEach(
                number -> tickets.happened(number, raw.id(), refusal.state().key(), refusal.reason()));
        return answered.stream().findFirst().orElse(null);
    }

    private Optional<Event> mentions(Found found, String but) {
        List<String> others = found.numbersBut(but);
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(new Event(
                        clock.instant(), "hub", "mentions", others.stream().collect(Collectors.joining(", "))));
    }

    /**
     * A customer who was waited for has written, so the work goes on; one whose ticket was solved is not content, unless all
     * that is said is thanks.
     */
    private void wrote(RawMessage raw, TicketReferenceResolver.ReferencedTicket followed, FollowUpText text) {
        String number = followed.number();
        TicketStatus status = tickets.status(number);
        if (!status.isOpen() && text.thanks()) {
            tickets.happened(number, raw.id(), "thanked", "it stays " + status.key());
        } else if (status == TicketStatus.AWAITING_CUSTOMER
                || (!status.isOpen() && followed.trust().may(TicketAction.REOPEN))) {
            UpdateKind kind = status.isOpen() ? UpdateKind.IN_PROGRESS : UpdateKind.REOPENED;
            lifecycle.apply(TicketUpdate.of(
                    "item " + raw.id(), number, kind, clock.instant(), "customer", "the customer wrote again"));
        } else if (!status.isOpen()) {
            tickets.review(number);
            tickets.happened(
                    number, raw.id(), "not reopened", "a " + followed.trust().words() + " wrote; staff decide");
            notifications.tell(
                    number,
                    "wrote-again/" + raw.id(),
                    QueueNames.ESCALATIONS,
                    Map.of("type", "wrote-again", "item", raw.id()));
        }
    }
}

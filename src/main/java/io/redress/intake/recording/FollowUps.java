package io.redress.intake.recording;

import io.redress.due.Queues;
import io.redress.intake.RawMessage;
import io.redress.intake.Refusal;
import io.redress.lifecycle.Lifecycle;
import io.redress.lifecycle.QueueNotifications;
import io.redress.lifecycle.Status;
import io.redress.lifecycle.TicketUpdate;
import io.redress.lifecycle.UpdateKind;
import io.redress.standing.Act;
import io.redress.standing.References;
import io.redress.standing.Sender;
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
public final class FollowUps {

    private final KnownTickets tickets;
    private final Pointed pointed;
    private final TicketDirectory directory;
    private final FollowUpDeliveries deliveries;
    private final Lifecycle lifecycle;
    private final QueueNotifications notifications;
    private final StatusLinkRenewal links;
    private final Clock clock;

    public FollowUps(
            KnownTickets tickets,
            Pointed pointed,
            TicketDirectory directory,
            FollowUpDeliveries deliveries,
            Lifecycle lifecycle,
            QueueNotifications notifications,
            StatusLinkRenewal links,
            Clock clock) {
        this.tickets = tickets;
        this.pointed = pointed;
        this.directory = directory;
        this.deliveries = deliveries;
        this.lifecycle = lifecycle;
        this.notifications = notifications;
        this.links = links;
        this.clock = clock;
    }

    /** The tickets at which an arrival points. */
    record Found(References references, List<Pointed.At> tickets) {

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
        Optional<Pointed.At> followed() {
            return tickets.stream()
                    .filter(ticket -> ticket.standing().may(Act.FOLLOW_UP))
                    .findFirst();
        }

        private List<String> numbersBut(String number) {
            return tickets.stream()
                    .map(Pointed.At::number)
                    .filter(other -> !other.equals(number))
                    .toList();
        }
    }

    /** @param aliases names by which others will refer to it; arrivals of one thread are decided one after the other */
    Found find(Sender sender, List<String> named, List<String> aliases) {
        References references = References.of(named);
        if (!aliases.isEmpty()) {
            tickets.oneAtATime(Stream.concat(aliases.stream(), references.inOrder().stream())
                    .toList());
        }
        return new Found(references, references.isEmpty() ? List.of() : pointed.by(sender, references));
    }

    /** Gives the number of the ticket that was followed up. */
    String follow(RawMessage raw, Found found, Pointed.At followed, List<String> aliases, Said said) {
        String number = followed.number();
        tickets.alias(aliases, number);
        String by = ", by a " + followed.standing().words();
        tickets.happened(number, raw.id(), "follow-up", "through channel " + raw.channel() + by);
        mentions(found, number).ifPresent(event -> tickets.happened(number, raw.id(), event.what(), event.why()));
        mentioned(raw, number, found);
        deliveries.followedUp(number, raw.id(), said.text());
        wrote(raw, followed, said);
        if (raw.format().equals("email") && followed.standing().may(Act.RENEW_STATUS_LINK)) {
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
        List<String> answered = pointed.answered(References.of(refusal.references()));
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
    private void wrote(RawMessage raw, Pointed.At followed, Said said) {
        String number = followed.number();
        Status status = tickets.status(number);
        if (!status.isOpen() && said.thanks()) {
            tickets.happened(number, raw.id(), "thanked", "it stays " + status.key());
        } else if (status == Status.AWAITING_CUSTOMER
                || (!status.isOpen() && followed.standing().may(Act.REOPEN))) {
            UpdateKind kind = status.isOpen() ? UpdateKind.IN_PROGRESS : UpdateKind.REOPENED;
            lifecycle.apply(TicketUpdate.of(
                    "item " + raw.id(), number, kind, clock.instant(), "customer", "the customer wrote again"));
        } else if (!status.isOpen()) {
            tickets.review(number);
            tickets.happened(
                    number, raw.id(), "not reopened", "a " + followed.standing().words() + " wrote; staff decide");
            notifications.tell(
                    number,
                    "wrote-again/" + raw.id(),
                    Queues.ESCALATIONS,
                    Map.of("type", "wrote-again", "item", raw.id()));
        }
    }
}

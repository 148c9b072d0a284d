package io.redress.ledger;

import io.redress.intake.CanonicalComplaint;
import io.redress.intake.ChatMessage;
import io.redress.intake.ItemState;
import io.redress.intake.RawMessage;
import io.redress.intake.Reading;
import io.redress.intake.Refusal;
import io.redress.lifecycle.Lifecycle;
import io.redress.lifecycle.Status;
import io.redress.lifecycle.TicketUpdate;
import io.redress.lifecycle.UpdateKind;
import io.redress.ticket.Ticket;
import io.redress.triage.Assessed;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Writes down what became of each item, in one transaction that is idempotent on the item's id: a redelivery finds the
 * item done and gets the same answer, so that it can send again what a crash kept from being sent. The channel's own key
 * for an item makes a repeat of it a duplicate, whatever its id.
 */
public final class Ledger {

    private final TransactionOperations transaction;
    private final JdbcClient jdbc;
    private final ItemRows items;
    private final TicketRows tickets;
    private final ChatCollector chats;
    private final DueWork agenda;
    private final TicketClocks clocks;
    private final PriorityAlarm alarm;
    private final Lifecycle lifecycle;
    private final DeliveryPlans deliveries;
    private final Clock clock;

    public Ledger(
            TransactionOperations transaction,
            JdbcClient jdbc,
            ItemRows items,
            TicketRows tickets,
            ChatCollector chats,
            DueWork agenda,
            TicketClocks clocks,
            PriorityAlarm alarm,
            Lifecycle lifecycle,
            DeliveryPlans deliveries,
            Clock clock) {
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.items = items;
        this.tickets = tickets;
        this.chats = chats;
        this.agenda = agenda;
        this.clocks = clocks;
        this.alarm = alarm;
        this.lifecycle = lifecycle;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** Records an item and decides what it is: a new ticket, a duplicate, a follow-up, or none of them. */
    public Recorded record(Assessed assessed) {
        RawMessage raw = assessed.arrival().raw();
        return once(raw, () -> decide(raw, assessed.arrival().reading(), assessed.ticket()));
    }

    /** Records that an item broke the hub and waits for a replay. An item that has ended already keeps its end. */
    public Recorded fail(RawMessage raw, String reason) {
        return once(raw, () -> end(raw, null, ItemState.FAILED, reason, null));
    }

    private Recorded once(RawMessage raw, Supplier<Recorded> decision) {
        return Objects.requireNonNull(transaction.execute(
                status -> items.ended(raw.id()).map(this::again).orElseGet(decision)));
    }

    private Recorded again(Recorded done) {
        String number = done.ticketNumber();
        return done.state() == ItemState.TICKETED && number != null
                ? opened(done.itemId(), done.channel(), done.reason(), tickets.opened(number))
                : done;
    }

    private Recorded decide(RawMessage raw, Reading reading, @Nullable Ticket ticket) {
        if (reading instanceof Refusal refusal) {
            return refused(raw, refusal);
        }
        if (reading instanceof ChatMessage message) {
            return repeated(raw, message.sourceKey())
                    .or(() -> followed(raw, message.sourceKey(), message.references(), List.of(), message.text()))
                    .orElseGet(() -> collected(raw, message));
        }
        CanonicalComplaint complaint = (CanonicalComplaint) reading;
        return repeated(raw, complaint.sourceKey())
                .or(() -> followed(
                        raw,
                        complaint.sourceKey(),
                        complaint.references(),
                        complaint.aliases(),
                        complaint.complaint().text()))
                .orElseGet(() -> ticketed(raw, complaint, Objects.requireNonNull(ticket, "triage made a ticket")));
    }

    private Recorded refused(RawMessage raw, Refusal refusal) {
        String named = tickets.named(refusal.references()).orElse(null);
        if (named != null) {
            tickets.happened(named, raw.id(), refusal.state().key(), refusal.reason());
        }
        return end(raw, refusal.sourceKey(), refusal.state(), refusal.reason(), named);
    }

    private Optional<Recorded> repeated(RawMessage raw, String key) {
        return items.claim(raw.channel(), key, raw.id())
                .map(first -> end(
                        raw,
                        key,
                        ItemState.DUPLICATE,
                        "the channel brought the same before, as item " + first,
                        items.ticketOf(first)));
    }

    private Optional<Recorded> followed(
            RawMessage raw, String key, List<String> references, List<String> aliases, String text) {
        if (!aliases.isEmpty()) {
            tickets.oneAtATime(
                    Stream.concat(aliases.stream(), references.stream()).toList());
        }
        return tickets.named(references).map(number -> {
            tickets.alias(aliases, number);
            tickets.happened(number, raw.id(), "follow-up", "through channel " + raw.channel());
            deliveries.followedUp(number, raw.id(), text);
            wrote(number, raw.id());
            if (raw.format().equals(ChatCollector.FORMAT)) {
                chats.ticketed(raw.id(), number);
            }
            return end(raw, key, ItemState.FOLLOW_UP, "refers to ticket " + number, number);
        });
    }

    /** A customer who was waited for has written, so the work goes on; one whose ticket was solved is not content. */
    private void wrote(String number, String itemId) {
        Status status = tickets.status(number);
        if (status == Status.AWAITING_CUSTOMER || !status.isOpen()) {
            UpdateKind kind = status.isOpen() ? UpdateKind.IN_PROGRESS : UpdateKind.REOPENED;
            lifecycle.apply(TicketUpdate.of(
                    "item " + itemId, number, kind, clock.instant(), "customer", "the customer wrote again"));
        }
    }

    private Recorded collected(RawMessage raw, ChatMessage message) {
        Recorded waiting = end(
                raw,
                message.sourceKey(),
                ItemState.COLLECTING,
                "waits until the customer has been quiet for " + message.quietTime(),
                null);
        chats.collect(raw.id(), raw.channel(), message);
        return waiting;
    }

    private Recorded ticketed(RawMessage raw, CanonicalComplaint complaint, Ticket ticket) {
        String reason = "opened in category " + ticket.triage().category();
        var writes = new Writes(jdbc);
        tickets.open(writes, ticket, raw.id(), complaint.aliases());
        if (complaint.acknowledge()) {
            agenda.plan(writes, DueWork.ACKNOWLEDGEMENT, ticket.number(), raw.id(), clock.instant(), "");
        }
        clocks.opened(writes, ticket);
        LaterLookups.plan(agenda, writes, ticket, clock.instant());
        LaterScans.plan(agenda, writes, ticket, clock.instant());
        deliveries.opened(writes, ticket);
        items.put(writes, raw, complaint.sourceKey(), ItemState.TICKETED, reason, ticket.number());
        writes.send();
        alarm.raise(ticket.number(), ticket.triage().priority());
        if (raw.format().equals(ChatCollector.FORMAT)) {
            chats.ticketed(raw.id(), ticket.number());
        }
        return opened(raw.id(), raw.channel(), reason, ticket);
    }

    private static Recorded opened(String itemId, String channel, String reason, Ticket ticket) {
        return new Recorded(itemId, channel, ItemState.TICKETED, reason, ticket.number(), ticket);
    }

    private Recorded end(
            RawMessage raw, @Nullable String key, ItemState state, String reason, @Nullable String number) {
        var writes = new Writes(jdbc);
        items.put(writes, raw, key, state, reason, number);
        writes.send();
        return new Recorded(raw.id(), raw.channel(), state, reason, number, null);
    }
}

package io.redress.intake.recording;

import io.redress.due.Transactions;
import io.redress.intake.CanonicalComplaint;
import io.redress.intake.ChatMessage;
import io.redress.intake.ItemState;
import io.redress.intake.NormalizationResult;
import io.redress.intake.RawMessage;
import io.redress.intake.Refusal;
import io.redress.intake.device.FaultReport;
import io.redress.servicelevel.clock.PriorityAlert;
import io.redress.standing.Sender;
import io.redress.standing.TicketReferences;
import io.redress.ticket.Ticket;
import io.redress.triage.AssessedArrival;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what became of each item, in one transaction that is idempotent on the item's id: a redelivery finds the
 * item done and gets the same answer, so that it can send again what a crash kept from being sent. The channel's own key
 * for an item makes a repeat of it a duplicate, whatever its id.
 */
public final class ItemRecorder {

    private final Transactions transactions;
    private final Items items;
    private final TicketCreation openings;
    private final IdempotentReceiver receiver;
    private final KnownTickets tickets;
    private final ChatCollector chats;
    private final PriorityAlert alert;
    private final FollowUpService followUpService;
    private final WaitingItems waiting;
    private final ChatMessageListener messages;
    private final FaultRecorder faults;
    private final ImportedHistory history;

    public ItemRecorder(
            Transactions transactions,
            Items items,
            TicketCreation openings,
            KnownTickets tickets,
            ChatCollector chats,
            PriorityAlert alert,
            FollowUpService followUpService,
            WaitingItems waiting,
            ChatMessageListener messages,
            FaultRecorder faults) {
        this.transactions = transactions;
        this.items = items;
        this.openings = openings;
        this.receiver = new IdempotentReceiver(items, tickets);
        this.tickets = tickets;
        this.chats = chats;
        this.alert = alert;
        this.followUpService = followUpService;
        this.waiting = waiting;
        this.messages = messages;
        this.faults = faults;
        this.history = new ImportedHistory(openings);
    }

    /** Records an item and decides what it is: a new ticket, a duplicate, a follow-up, or none of them. */
    public RecordedItem record(AssessedArrival assessed) {
        RawMessage raw = assessed.arrival().raw();
        return once(raw, () -> decide(raw, assessed.arrival().reading(), assessed.ticket()));
    }

    /** Records that an item broke the hub and waits for a replay. An item that has ended already keeps its end. */
    public RecordedItem fail(RawMessage raw, String reason) {
        return once(raw, () -> items.end(raw, null, ItemState.FAILED, reason, null));
    }

    private RecordedItem once(RawMessage raw, Supplier<RecordedItem> decision) {
        return transactions.execute(() -> {
            Optional<RecordedItem> known = items.ended(raw.id());
            ItemState before = known.map(RecordedItem::state).orElse(null);
            if (before != ItemState.WAITING && before != ItemState.FAILED) {
                return known.map(this::again).orElseGet(decision);
            }
            // One that failed comes again when its dead letter was rolled back.
            RecordedItem decided = decision.get();
            if (before == ItemState.WAITING && decided.state() != ItemState.WAITING) {
                waiting.ended(raw.id());
            }
            return decided;
        });
    }

    private RecordedItem again(RecordedItem done) {
        String number = done.ticketNumber();
        if (done.state() != ItemState.TICKETED || number == null) {
            return done;
        }
        Ticket ticket = tickets.opened(number);
        return new RecordedItem(
                done.itemId(), done.channel(), done.state(), done.reason(), number, ticket, tickets.document(ticket));
    }

    private RecordedItem decide(RawMessage raw, NormalizationResult result, @Nullable Ticket ticket) {
        if (result instanceof Refusal refusal) {
            return refused(raw, refusal);
        }
        if (result instanceof ChatMessage message) {
            Sender sender = Sender.of(raw.channel(), "chat", message.proof(), message.customer());
            return receiver.repeated(raw, message.sourceKey())
                    .or(() -> {
                        messages.heard(raw, message.customer().handles()); // a late repeat is nothing new
                        var found = followUpService.find(sender, message.references(), List.of());
                        return followed(raw, message.sourceKey(), found, List.of(), () -> FollowUpText.in(message));
                    })
                    .orElseGet(() -> collected(raw, message));
        }
        CanonicalComplaint complaint = (CanonicalComplaint) result;
        return receiver.repeated(raw, complaint.sourceKey())
                .or(() -> {
                    messages.heard(raw, complaint.customer().handles());
                    return history.imported(raw, complaint, ticket);
                })
                .orElseGet(() -> decide(raw, complaint, Objects.requireNonNull(ticket, "triage made a ticket")));
    }

    private RecordedItem decide(RawMessage raw, CanonicalComplaint complaint, Ticket ticket) {
        FaultReport fault = complaint.fault();
        if (fault != null) {
            var alone = new FollowUpService.Found(TicketReferences.of(List.of()), List.of());
            return faults.record(
                    raw, complaint, fault, ticket, () -> ticketed(raw, complaint, ticket, alone, List.of()));
        }
        List<String> aliases = complaint.trustedAliases();
        Sender sender = Sender.of(raw.channel(), complaint.kind(), complaint.proof(), complaint.customer());
        FollowUpService.Found found = followUpService.find(sender, complaint.references(), aliases);
        return followed(raw, complaint.sourceKey(), found, aliases, () -> FollowUpText.in(complaint))
                .or(() -> waits(raw, complaint.sourceKey(), found, aliases))
                .orElseGet(() -> ticketed(raw, complaint, followUpService.mentioning(ticket, found), found, aliases));
    }

    private RecordedItem refused(RawMessage raw, Refusal refusal) {
        return receiver.refusedBefore(raw, refusal).orElseGet(() -> {
            String number = followUpService.refused(raw, refusal);
            return items.end(raw, refusal.sourceKey(), refusal.state(), refusal.reason(), number);
        });
    }

    private Optional<RecordedItem> followed(
            RawMessage raw,
            String key,
            FollowUpService.Found found,
            List<String> aliases,
            Supplier<FollowUpText> text) {
        return found.followed().map(followed -> {
            FollowUpText said = text.get();
            String number = followUpService.follow(raw, found, followed, aliases, said);
            messages.fetch(number, raw, said.media());
            if (raw.format().equals(ChatCollector.FORMAT)) {
                chats.ticketed(raw.id(), number);
            }
            String words = followed.trust().words();
            return items.end(raw, key, ItemState.FOLLOW_UP, "refers to ticket " + number + ", by a " + words, number);
        });
    }

    private Optional<RecordedItem> waits(
            RawMessage raw, String key, FollowUpService.Found found, List<String> aliases) {
        return waiting.awaited(raw, found.missing(), found.answered())
                .map(number -> items.end(raw, key, ItemState.WAITING, waiting.put(raw, number, aliases), null));
    }

    private RecordedItem collected(RawMessage raw, ChatMessage message) {
        RecordedItem collecting = items.end(
                raw,
                message.sourceKey(),
                ItemState.COLLECTING,
                "waits until the customer has been quiet for " + message.quietTime(),
                null);
        chats.collect(raw.id(), raw.channel(), message.receivedAt(raw.receivedAt()));
        return collecting;
    }

    private RecordedItem ticketed(
            RawMessage raw,
            CanonicalComplaint complaint,
            Ticket ticket,
            FollowUpService.Found found,
            List<String> aliases) {
        var opening = new TicketOpening(raw, complaint, ticket, tickets.document(ticket), aliases);
        openings.open(List.of(opening));
        followUpService.mentioned(raw, ticket.number(), found);
        alert.raise(ticket.number(), ticket.triage().priority());
        if (raw.format().equals(ChatCollector.FORMAT)) {
            chats.ticketed(raw.id(), ticket.number());
        }
        return opening.recorded();
    }
}

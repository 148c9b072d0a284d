package io.redress.lifecycle.update;

import io.redress.due.Transactions;
import io.redress.lifecycle.StatusChange;
import io.redress.lifecycle.StatusListener;
import io.redress.lifecycle.TicketHistory;
import io.redress.lifecycle.TicketLifecycle;
import io.redress.lifecycle.TicketStatus;
import io.redress.lifecycle.TicketStatusRepository;
import io.redress.lifecycle.TicketStatusRepository.CurrentStatus;
import io.redress.lifecycle.TicketUpdate;
import io.redress.lifecycle.UpdateEffects;
import io.redress.lifecycle.UpdateKind;
import io.redress.reply.CustomerNotifications;
import io.redress.reply.text.CustomerTextFilter;
import io.redress.servicelevel.clock.TicketClocks;
import io.redress.ticket.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Applies updates to tickets, one at a time for each ticket. An update is known by its sender's id, so a repeat changes
 * nothing; one that is older than the last change of status is written into the history only.
 */
public final class TicketUpdates implements TicketLifecycle {

    private final Transactions transactions;
    private final TicketStatusRepository statuses;
    private final TicketHistory history;
    private final Reclassification reclassification;
    private final TicketClocks clocks;
    private final CustomerNotifications customers;
    private final CustomerTextFilter words;
    private final List<StatusListener> listeners;
    private final Clock clock;

    public TicketUpdates(
            Transactions transactions,
            TicketStatusRepository statuses,
            TicketHistory history,
            Reclassification reclassification,
            TicketClocks clocks,
            CustomerNotifications customers,
            CustomerTextFilter words,
            List<StatusListener> listeners,
            Clock clock) {
        this.transactions = transactions;
        this.statuses = statuses;
        this.history = history;
        this.reclassification = reclassification;
        this.clocks = clocks;
        this.customers = customers;
        this.words = words;
        this.listeners = List.copyOf(listeners);
        this.clock = clock;
    }

    @Override
    public Result apply(TicketUpdate update) {
        return transactions.execute(() -> statuses.locked(update.ticket())
                .map(current -> arrived(update, current))
                .orElseGet(() -> new Result(Outcome.UNKNOWN, null, "no ticket has the number " + update.ticket())));
    }

    private Result arrived(TicketUpdate update, CurrentStatus current) {
        Instant now = clock.instant();
        Instant at = credible(update.at(), current.received(), now);
        if (!statuses.take(update, at, now)) {
            return new Result(Outcome.REPEATED, current.status(), "an update with this id came before");
        }
        TicketStatus to = update.kind().to();
        if (to != null && at.isBefore(current.since())) {
            return notApplied(
                    update,
                    at,
                    current,
                    Outcome.LATE,
                    "since then it became " + current.status().key());
        }
        if (!update.kind().applies(current.status())) {
            return notApplied(
                    update,
                    at,
                    current,
                    Outcome.REFUSED,
                    "it is " + current.status().key());
        }
        Optional<String> problem =
                update.kind() == UpdateKind.RECLASSIFIED ? reclassification.problem(update) : Optional.empty();
        if (problem.isPresent()) {
            return notApplied(update, at, current, Outcome.REFUSED, problem.get());
        }
        return applied(update, at, current);
    }

    /** Clocks run by it: nothing was done for a ticket before it was there, and nothing will have been done. */
    private static Instant credible(@Nullable Instant told, Instant received, Instant now) {
        if (told == null || told.isAfter(now) || received.isAfter(now)) {
            return now; // the clocks of two nodes differ by a moment
        }
        return told.isBefore(received) ? received : told;
    }

    private Result applied(TicketUpdate update, Instant at, CurrentStatus current) {
        TicketUpdate told = words.forCustomer(update);
        happened(update, at, update.kind().key(), why(update, told), UpdateEffects.told(told));
        if (update.owner() != null) {
            statuses.owner(update.ticket(), update.owner());
        }
        if (update.kind() == UpdateKind.RECLASSIFIED) {
            reclassification.apply(update, current);
        }
        if (UpdateEffects.answers(update.kind())) {
            clocks.responded(update.ticket(), at);
        }
        customers.tell(told);
        TicketStatus to = update.kind().to();
        if (to != null) {
            int round = to == TicketStatus.REOPENED ? current.round() + 1 : current.round();
            statuses.change(update, to, at, round);
            StatusChange change = new StatusChange(update.ticket(), current.status(), to, at, round, update);
            clocks.changed(change);
            listeners.forEach(listener -> listener.changed(change));
        }
        return new Result(Outcome.APPLIED, to == null ? current.status() : to, null);
    }

    private Result notApplied(TicketUpdate update, Instant at, CurrentStatus current, Outcome outcome, String reason) {
        String what = update.kind().key() + (outcome == Outcome.LATE ? " (late)" : " (refused)");
        String said = UpdateEffects.saidBy(update.by(), update.user());
        happened(update, at, what, said == null ? reason : reason + "; " + said, null);
        statuses.notApplied(update, outcome, reason);
        return new Result(outcome, current.status(), reason);
    }

    /** The history keeps what was written, and says that the customer reads less. */
    private static @Nullable String why(TicketUpdate update, TicketUpdate told) {
        String why = UpdateEffects.words(update);
        String meant = UpdateEffects.told(update);
        return meant == null || !String.valueOf(UpdateEffects.told(told)).contains(CustomerTextFilter.REMOVED)
                ? why
                : why + "; links to other hosts were removed from what the customer reads";
    }

    private void happened(TicketUpdate update, Instant at, String what, @Nullable String why, @Nullable String told) {
        String source = update.source();
        String who = source == null ? "downstream" : source;
        history.happened(update.ticket(), new Event(at, who, what, why), told);
    }
}

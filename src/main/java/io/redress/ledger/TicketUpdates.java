package io.redress.ledger;

import io.redress.ledger.Standings.Standing;
import io.redress.lifecycle.Lifecycle;
import io.redress.lifecycle.Status;
import io.redress.lifecycle.StatusChange;
import io.redress.lifecycle.StatusListener;
import io.redress.lifecycle.TicketUpdate;
import io.redress.lifecycle.UpdateKind;
import io.redress.lifecycle.Updates;
import io.redress.reply.CustomerNews;
import io.redress.reply.CustomerWords;
import io.redress.ticket.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Applies updates to tickets, one at a time for each ticket. An update is known by its sender's id, so a repeat changes
 * nothing; one that is older than the last change of status is written into the history only.
 */
public final class TicketUpdates implements Lifecycle {

    private final TransactionOperations transaction;
    private final Standings standings;
    private final TicketRows tickets;
    private final Reclassification reclassification;
    private final TicketClocks clocks;
    private final CustomerNews news;
    private final CustomerWords words;
    private final List<StatusListener> listeners;
    private final Clock clock;

    public TicketUpdates(
            TransactionOperations transaction,
            Standings standings,
            TicketRows tickets,
            Reclassification reclassification,
            TicketClocks clocks,
            CustomerNews news,
            CustomerWords words,
            List<StatusListener> listeners,
            Clock clock) {
        this.transaction = transaction;
        this.standings = standings;
        this.tickets = tickets;
        this.reclassification = reclassification;
        this.clocks = clocks;
        this.news = news;
        this.words = words;
        this.listeners = List.copyOf(listeners);
        this.clock = clock;
    }

    @Override
    public Result apply(TicketUpdate update) {
        return Objects.requireNonNull(transaction.execute(status -> standings
                .locked(update.ticket())
                .map(standing -> arrived(update, standing))
                .orElseGet(() -> new Result(Outcome.UNKNOWN, null, "no ticket has the number " + update.ticket()))));
    }

    private Result arrived(TicketUpdate update, Standing standing) {
        Instant now = clock.instant();
        Instant at = credible(update.at(), standing.received(), now);
        if (!standings.take(update, at, now)) {
            return new Result(Outcome.REPEATED, standing.status(), "an update with this id came before");
        }
        Status to = update.kind().to();
        if (to != null && at.isBefore(standing.since())) {
            return notApplied(
                    update,
                    at,
                    standing,
                    Outcome.LATE,
                    "since then it became " + standing.status().key());
        }
        if (!update.kind().applies(standing.status())) {
            return notApplied(
                    update,
                    at,
                    standing,
                    Outcome.REFUSED,
                    "it is " + standing.status().key());
        }
        Optional<String> problem =
                update.kind() == UpdateKind.RECLASSIFIED ? reclassification.problem(update) : Optional.empty();
        if (problem.isPresent()) {
            return notApplied(update, at, standing, Outcome.REFUSED, problem.get());
        }
        return applied(update, at, standing);
    }

    /** Clocks run by it: nothing was done for a ticket before it was there, and nothing will have been done. */
    private static Instant credible(@Nullable Instant told, Instant received, Instant now) {
        if (told == null || told.isAfter(now) || received.isAfter(now)) {
            return now; // the clocks of two nodes differ by a moment
        }
        return told.isBefore(received) ? received : told;
    }

    private Result applied(TicketUpdate update, Instant at, Standing standing) {
        TicketUpdate told = words.forCustomer(update);
        happened(update, at, update.kind().key(), why(update, told), Updates.told(told));
        if (update.owner() != null) {
            standings.owner(update.ticket(), update.owner());
        }
        if (update.kind() == UpdateKind.RECLASSIFIED) {
            reclassification.apply(update, standing);
        }
        if (Updates.answers(update.kind())) {
            clocks.responded(update.ticket(), at);
        }
        news.tell(told);
        Status to = update.kind().to();
        if (to != null) {
            int round = to == Status.REOPENED ? standing.round() + 1 : standing.round();
            standings.change(update, to, at, round);
            StatusChange change = new StatusChange(update.ticket(), standing.status(), to, at, round, update);
            clocks.changed(change);
            listeners.forEach(listener -> listener.changed(change));
        }
        return new Result(Outcome.APPLIED, to == null ? standing.status() : to, null);
    }

    private Result notApplied(TicketUpdate update, Instant at, Standing standing, Outcome outcome, String reason) {
        String what = update.kind().key() + (outcome == Outcome.LATE ? " (late)" : " (refused)");
        String said = Updates.saidBy(update.by(), update.user());
        happened(update, at, what, said == null ? reason : reason + "; " + said, null);
        standings.notApplied(update, outcome, reason);
        return new Result(outcome, standing.status(), reason);
    }

    /** The history keeps what was written, and says that the customer reads less. */
    private static @Nullable String why(TicketUpdate update, TicketUpdate told) {
        String why = Updates.words(update);
        String meant = Updates.told(update);
        return meant == null || !String.valueOf(Updates.told(told)).contains(CustomerWords.REMOVED)
                ? why
                : why + "; links to other hosts were removed from what the customer reads";
    }

    private void happened(TicketUpdate update, Instant at, String what, @Nullable String why, @Nullable String told) {
        String source = update.source();
        String who = source == null ? "downstream" : source;
        tickets.happened(update.ticket(), new Event(at, who, what, why), told);
    }
}

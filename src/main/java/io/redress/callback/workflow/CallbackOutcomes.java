package io.redress.callback.workflow;

import io.redress.callback.CallOutcome;
import io.redress.callback.CallResult;
import io.redress.callback.CallbackRules;
import io.redress.callback.CallbackState;
import io.redress.callback.CustomerCallHours;
import io.redress.callback.SlotRequest;
import io.redress.due.Transactions;
import io.redress.lifecycle.UpdateEffects;
import io.redress.reply.MessageContent;
import io.redress.reply.MessageTemplate;
import io.redress.reply.Messages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes reports of calls, each once, and does what follows. What comes too late is kept and changes nothing. */
public final class CallbackOutcomes {

    /** What became of a report. */
    public enum Effect {
        APPLIED,
        REPEATED,
        LATE,
        UNKNOWN
    }

    /** What a customer is sent who was not reached, or cannot be. */
    public static final MessageTemplate MISSED = new MessageTemplate("callback-missed", Set.of(), true);

    private static final Duration FURTHEST = Duration.ofDays(90);

    private final Transactions transactions;
    private final CallbackTickets tickets;
    private final Callbacks rows;
    private final Appointments appointments;
    private final CallbackCompletion end;
    private final Messages messages;
    private final Clock clock;

    public CallbackOutcomes(
            Transactions transactions,
            CallbackTickets tickets,
            Callbacks rows,
            Appointments appointments,
            CallbackCompletion end,
            Messages messages,
            Clock clock) {
        this.transactions = transactions;
        this.tickets = tickets;
        this.rows = rows;
        this.appointments = appointments;
        this.end = end;
        this.messages = messages;
        this.clock = clock;
    }

    /** Applies a report in a transaction of its own, or in the caller's. */
    public Effect apply(CallOutcome outcome) {
        return apply(outcome, null);
    }

    /** @param user who is known to have sent it; null for a part of the hub */
    public Effect apply(CallOutcome outcome, @Nullable String user) {
        return transactions.execute(() -> taken(outcome.reportedAt(clock.instant()), user));
    }

    /** The number of the ticket that a report is about; empty when there is no such callback. */
    Optional<String> ticketOf(CallOutcome outcome) {
        return rows.find(outcome.callback()).map(Callback::ticket);
    }

    private Effect taken(CallOutcome outcome, @Nullable String user) {
        Optional<Callback> meant = rows.find(outcome.callback());
        if (meant.isEmpty()) {
            return Effect.UNKNOWN;
        }
        CallbackTicket ticket = tickets.lock(meant.get().ticket()).orElseThrow();
        Callback row = rows.find(meant.get().id()).orElseThrow();
        boolean current = row.isOpen() && isOf(outcome, row);
        if (!rows.record(outcome, row, current)) {
            return Effect.REPEATED;
        }
        String by = user != null ? user : outcome.by() != null ? outcome.by() : CallbackCompletion.WHO;
        String said = UpdateEffects.saidBy(outcome.by(), user);
        String what = outcome.result().key()
                + (outcome.note() == null ? "" : ": " + outcome.note())
                + (said == null ? "" : "; " + said);
        if (!current) {
            tickets.happened(ticket.number(), by, "callback reported late", what + "; it changes nothing");
            return Effect.LATE;
        }
        tickets.happened(ticket.number(), by, "callback reported", what);
        rows.attemptEnded(row, outcome.result().key(), outcome.at(), said == null ? by : said);
        follow(ticket, row, outcome);
        return Effect.APPLIED;
    }

    /** A report without attempt belongs to the call that was planned when it happened. */
    private static boolean isOf(CallOutcome outcome, Callback row) {
        Integer attempt = outcome.attempt();
        Instant at = outcome.at();
        return attempt != null
                ? attempt == row.attempt()
                : row.attempt() == 1 || at == null || !at.isBefore(row.attemptSince());
    }

    private void follow(CallbackTicket ticket, Callback row, CallOutcome outcome) {
        CallResult result = outcome.result();
        switch (result) {
            case NO_ANSWER -> missed(ticket, row, "no-answer");
            case CALL_LATER -> later(ticket, row, outcome.callAgainAt());
            case REACHED_NOT_SOLVED -> {
                appointments.end(row, CallbackState.DONE, result.key());
                end.notSolved(
                        ticket,
                        row.attemptKey(),
                        "the customer says at the callback that it is not solved",
                        outcome.note());
            }
            case REACHED_SOLVED -> {
                appointments.end(row, CallbackState.DONE, result.key());
                end.over(ticket, row.attemptKey(), "the customer confirmed at the callback that it is solved");
            }
            case REFUSES -> {
                appointments.end(row, CallbackState.DONE, result.key());
                end.over(ticket, row.attemptKey(), "the customer does not want to be called");
            }
            case WRONG_NUMBER -> giveUp(ticket, row, result.key(), "the phone number is wrong");
        }
    }

    /** Tries again, or gives up after the last time. */
    void missed(CallbackTicket ticket, Callback row, String result) {
        CallbackRules rules = appointments.rules();
        int misses = row.misses() + 1;
        String phone = row.phoneFor(ticket);
        if (misses >= rules.most() || phone == null) {
            giveUp(ticket, row, result, "no answer to " + misses + " calls");
            return;
        }
        CustomerCallHours customer = rules.customer(phone);
        Instant now = clock.instant();
        Instant called = row.slot().from().isAfter(now) ? now : row.slot().from();
        Instant notBefore = later(now, called.plus(rules.apart()));
        var not = rules.otherHours() ? customer.part(row.slot()) : null;
        again(ticket, row, new SlotRequest(notBefore, customer, false, not), misses);
    }

    private void later(CallbackTicket ticket, Callback row, @Nullable Instant asked) {
        CallbackRules rules = appointments.rules();
        CustomerCallHours customer = rules.customer(row.phoneFor(ticket));
        Instant now = clock.instant();
        SlotRequest slotRequest = asked != null && asked.isAfter(now) && asked.isBefore(now.plus(FURTHEST))
                ? SlotRequest.asked(asked, customer)
                : SlotRequest.from(now.plus(rules.apart()), customer);
        again(ticket, row, slotRequest, row.misses());
    }

    private void again(CallbackTicket ticket, Callback row, SlotRequest slotRequest, int misses) {
        appointments.release(row);
        Optional<Callback> next = appointments.again(row, slotRequest, misses);
        if (next.isEmpty()) {
            giveUp(ticket, row, "no-slot", "no slot is free for another call");
            return;
        }
        tickets.happened(
                ticket.number(),
                CallbackCompletion.WHO,
                "callback planned",
                "call " + next.get().attempt() + " for " + next.get().slot().from());
    }

    private void giveUp(CallbackTicket ticket, Callback row, String result, String reason) {
        appointments.end(row, CallbackState.DONE, result);
        var content = new MessageContent(MISSED.name(), Map.of(), Map.of());
        messages.toCustomer(ticket.number(), MISSED.name() + "/" + row.id(), content, clock.instant());
        end.over(ticket, row.attemptKey(), reason + "; a message goes out instead");
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}

package io.redress.callback.workflow;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.callback.CallSlot;
import io.redress.callback.CallbackState;
import io.redress.callback.CustomerCallHours;
import io.redress.callback.SlotRequest;
import io.redress.due.QueueMessage;
import io.redress.due.QueueNames;
import io.redress.due.StepResult;
import io.redress.lifecycle.TicketStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happens to a callback at its times: it is given out to its owner, then to the pool, then it counts as not answered. */
public final class CallbackSteps {

    private final CallbackTickets tickets;
    private final Callbacks rows;
    private final Appointments appointments;
    private final CallbackOutcomes outcomes;
    private final CallbackCompletion end;
    private final ObjectMapper json;
    private final Clock clock;

    public CallbackSteps(
            CallbackTickets tickets,
            Callbacks rows,
            Appointments appointments,
            CallbackOutcomes outcomes,
            CallbackCompletion end,
            ObjectMapper json,
            Clock clock) {
        this.tickets = tickets;
        this.rows = rows;
        this.appointments = appointments;
        this.outcomes = outcomes;
        this.end = end;
        this.json = json;
        this.clock = clock;
    }

    /** At the slot's beginning: to the owner. After an outage that lasted beyond the slot: another one instead. */
    StepResult call(String appointment) {
        Callback row = current(appointment);
        if (row == null || !row.isPlanned()) {
            return new StepResult.Skipped("the call was moved, reported or cancelled");
        }
        CallbackTicket ticket = tickets.find(row.ticket()).orElseThrow();
        String phone = row.phoneFor(ticket);
        if (phone == null) {
            appointments.end(row, CallbackState.DONE, "no-phone");
            end.over(ticket, row.attemptKey(), "the ticket has no phone number any more");
            return StepResult.done();
        }
        if (!clock.instant().isBefore(row.slot().until())) {
            return missedSlot(ticket, row, phone);
        }
        rows.sent(row);
        appointments.given(row);
        tickets.happened(
                row.ticket(), CallbackCompletion.WHO, "callback due", "call " + row.attempt() + ", to its owner");
        return StepResult.done(new QueueMessage(QueueNames.CALLBACKS, message(ticket, row, phone, false)));
    }

    /** When the owner has not called by then: to anybody. */
    StepResult pool(String appointment) {
        Callback row = current(appointment);
        if (row == null || row.state() != CallbackState.DUE) {
            return new StepResult.Skipped("its outcome was reported");
        }
        CallbackTicket ticket = tickets.find(row.ticket()).orElseThrow();
        String phone = row.phoneFor(ticket);
        if (phone == null) {
            return new StepResult.Skipped("the ticket has no phone number any more");
        }
        Optional<Instant> later = notBefore(phone);
        if (later.isPresent()) {
            return new StepResult.NotYet(later.get());
        }
        rows.pooled(row);
        tickets.happened(
                row.ticket(), CallbackCompletion.WHO, "callback due", "call " + row.attempt() + ", to anybody");
        return StepResult.done(new QueueMessage(QueueNames.CALLBACKS, message(ticket, row, phone, true)));
    }

    /** When nobody has said how the call ended. */
    StepResult unreported(String appointment) {
        Callback row = current(appointment);
        if (row == null || row.state() != CallbackState.DUE) {
            return new StepResult.Skipped("its outcome was reported");
        }
        CallbackTicket ticket = tickets.find(row.ticket()).orElseThrow();
        rows.attemptEnded(row, "unreported", clock.instant(), CallbackCompletion.WHO);
        tickets.happened(
                row.ticket(),
                CallbackCompletion.WHO,
                "callback unreported",
                "no outcome was reported for call " + row.attempt() + "; it counts as not answered");
        outcomes.missed(ticket, row, "unreported");
        ObjectNode body = json.createObjectNode()
                .put("id", "callback-unreported/" + row.attemptKey())
                .put("type", "callback-unreported")
                .put("ticket", row.ticket())
                .put("callback", row.id().toString())
                .put("attempt", row.attempt())
                .put("owner", ticket.owner())
                .put("slotFrom", row.slot().from().toString())
                .put("at", clock.instant().toString());
        return StepResult.done(new QueueMessage(QueueNames.ESCALATIONS, body));
    }

    /** For a solved ticket whose customer cannot be called. */
    StepResult none(String id, String number, String reason) {
        Optional<CallbackTicket> solved = tickets.lock(number).filter(ticket -> ticket.status() == TicketStatus.SOLVED);
        solved.ifPresent(ticket -> end.over(ticket, "none/" + id, reason));
        return solved.isPresent() ? StepResult.done() : new StepResult.Skipped("the ticket is not solved any more");
    }

    private StepResult missedSlot(CallbackTicket ticket, Callback row, String phone) {
        SlotRequest slotRequest =
                SlotRequest.from(clock.instant(), appointments.rules().customer(phone));
        Optional<Callback> moved = appointments.move(row, slotRequest);
        String why = "its slot at " + row.slot().from() + " went by without the hub";
        if (moved.isEmpty()) {
            appointments.end(row, CallbackState.DONE, "no-slot");
            end.over(ticket, row.attemptKey(), why + ", and no other is free");
        } else {
            tickets.happened(
                    row.ticket(),
                    CallbackCompletion.WHO,
                    "callback planned",
                    "for " + moved.get().slot().from() + ": " + why);
        }
        return StepResult.done();
    }

    /** Empty when the customer may be called now; else when next. */
    private Optional<Instant> notBefore(String phone) {
        Instant now = clock.instant();
        CustomerCallHours customer = appointments.rules().customer(phone);
        CallSlot moment = new CallSlot(now, now);
        if (!customer.isQuiet(moment) && !customer.isHoliday(moment)) {
            return Optional.empty();
        }
        return appointments
                .rules()
                .slots()
                .suitable(SlotRequest.from(now, customer))
                .map(CallSlot::from)
                .findFirst();
    }

    /** The callback, locked, when it still has this appointment. */
    private @Nullable Callback current(String appointment) {
        Callback seen = rows.find(Callback.idOf(appointment)).orElse(null);
        if (seen == null) {
            return null;
        }
        tickets.lock(seen.ticket());
        Callback row = rows.find(seen.id()).orElseThrow();
        return row.isOpen() && row.appointment().equals(appointment) ? row : null;
    }

    private ObjectNode message(CallbackTicket ticket, Callback row, String phone, boolean pool) {
        return json.createObjectNode()
                .put("version", 1)
                .put("id", row.id().toString())
                .put("attempt", row.attempt())
                .put("ticket", row.ticket())
                .put("reason", row.reasonToldStaff())
                .put("phone", phone)
                .put("phoneGivenForThisCall", row.phone() != null)
                .put("name", ticket.name())
                .put("language", ticket.language())
                .put("slotFrom", row.slot().from().toString())
                .put("slotUntil", row.slot().until().toString())
                .put("owner", ticket.owner())
                .put("pool", pool)
                .put("remedy", ticket.remedy())
                .put("subject", ticket.subject());
    }
}

package io.redress.callback.workflow;

import io.redress.callback.CallbackRequests;
import io.redress.callback.CallbackState;
import io.redress.callback.CustomerCallHours;
import io.redress.callback.SlotRequest;
import io.redress.due.DueWorkPlanner;
import io.redress.lifecycle.StatusChange;
import io.redress.lifecycle.StatusListener;
import io.redress.lifecycle.TicketStatus;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plans a callback when a ticket is solved or somebody asks for one, and cancels it when there is nothing to ask any more. */
public final class CallbackPlanner implements CallbackRequests, StatusListener {

    /** Moves a solved ticket on whose customer cannot be called: its own work, so that it follows the change to solved. */
    static final String NONE = "callback-none";

    private static final String WHO = "callbacks";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm z", Locale.ENGLISH);

    private final CallbackTickets tickets;
    private final Callbacks rows;
    private final Appointments appointments;
    private final DueWorkPlanner planner;
    private final Clock clock;
    private final ZoneId shop;

    public CallbackPlanner(
            CallbackTickets tickets,
            Callbacks rows,
            Appointments appointments,
            DueWorkPlanner planner,
            Clock clock,
            ZoneId shop) {
        this.tickets = tickets;
        this.rows = rows;
        this.appointments = appointments;
        this.planner = planner;
        this.clock = clock;
        this.shop = shop;
    }

    @Override
    public void changed(StatusChange change) {
        if (change.to() == TicketStatus.SOLVED) {
            solved(change);
        } else if (change.to() == TicketStatus.REOPENED || change.to() == TicketStatus.CLOSED) {
            cancel(change.ticket(), change.to().key());
        }
    }

    @Override
    public void request(String ticketNumber, String key, Instant notBefore, String reason) {
        plan(ticketNumber, key, notBefore, reason, null);
    }

    private void solved(StatusChange change) {
        Instant at = change.at();
        var rules = appointments.rules();
        String none = plan(
                change.ticket(), "solved/" + change.round(), at.plus(rules.after()), "solved", at.plus(rules.within()));
        if (none != null) {
            planner.plan(NONE, change.ticket(), change.ticket() + "/" + change.round(), clock.instant(), none);
        }
    }

    /** Plans one, or says why there is none. */
    private @Nullable String plan(
            String number, String key, Instant notBefore, String reason, @Nullable Instant within) {
        CallbackTicket ticket = tickets.lock(number)
                .orElseThrow(() -> new IllegalArgumentException("no ticket " + number + " to plan a callback for"));
        if (!rows.request(number, key)) {
            return null;
        }
        Optional<Callback> open = rows.open(number);
        if (open.isPresent()) {
            String why = reason + "; the call at " + told(open.get().slot().from()) + " serves for it";
            tickets.happened(number, WHO, "callback requested", why);
            return null;
        }
        String phone = ticket.phone();
        if (phone == null) {
            return unplanned(number, ticket.whyNoPhone());
        }
        Instant now = clock.instant();
        CustomerCallHours customer = appointments.rules().customer(phone);
        SlotRequest slotRequest = SlotRequest.from(notBefore.isBefore(now) ? now : notBefore, customer);
        Optional<Callback> planned = appointments.make(ticket, reason, slotRequest);
        if (planned.isEmpty()) {
            return unplanned(number, "no slot is free within 30 days");
        }
        Instant at = planned.get().slot().from();
        String late = within == null || !at.isAfter(within)
                ? ""
                : "; no suitable slot was free by " + told(within) + ", this is the next one";
        String why = "for " + told(at) + ": " + reason + late;
        tickets.happened(number, WHO, "callback planned", why);
        return null;
    }

    private String unplanned(String number, String why) {
        tickets.happened(number, WHO, "callback not planned", why);
        return why;
    }

    /** Its due work stays on the agenda and finds nothing to do: taking it off would lock what a step that runs has locked. */
    private void cancel(String number, String why) {
        rows.open(number).ifPresent(open -> {
            appointments.end(open, CallbackState.CANCELLED, why);
            tickets.happened(number, WHO, "callback cancelled", "the ticket is " + why);
        });
    }

    /** A time for the history, in the shop's zone. */
    String told(Instant at) {
        return TIME.format(at.atZone(shop));
    }
}

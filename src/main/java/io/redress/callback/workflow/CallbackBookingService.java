package io.redress.callback.workflow;

import io.redress.callback.CallSlot;
import io.redress.callback.CallSlots;
import io.redress.callback.CallbackBookings;
import io.redress.callback.CallbackRules;
import io.redress.callback.CustomerCallHours;
import io.redress.callback.SlotRequest;
import io.redress.due.Transactions;
import io.redress.mapping.PhoneNumbers;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets a customer choose when to be called. */
public final class CallbackBookingService implements CallbackBookings {

    private static final String CUSTOMER = "customer";

    private final Transactions transactions;
    private final CallbackTickets tickets;
    private final Callbacks rows;
    private final SlotCapacity places;
    private final Appointments appointments;
    private final PhoneNumbers phones;
    private final Clock clock;

    /** @param phones reads what customers type */
    public CallbackBookingService(
            Transactions transactions,
            CallbackTickets tickets,
            Callbacks rows,
            SlotCapacity places,
            Appointments appointments,
            PhoneNumbers phones,
            Clock clock) {
        this.transactions = transactions;
        this.tickets = tickets;
        this.rows = rows;
        this.places = places;
        this.appointments = appointments;
        this.phones = phones;
        this.clock = clock;
    }

    @Override
    public Optional<Offer> offer(String number, int most) {
        return tickets.find(number).map(ticket -> {
            Optional<Callback> open = rows.open(number);
            String phone = phone(ticket, open);
            CallSlot booked = open.map(Callback::slot).orElse(null);
            return new Offer(phone == null ? null : masked(phone), booked, free(phone, most));
        });
    }

    @Override
    public Booked book(String number, Instant slot, @Nullable String phone) {
        return transactions.execute(() -> booked(number, slot, phone));
    }

    private Booked booked(String number, Instant from, @Nullable String typed) {
        Optional<CallbackTicket> found = tickets.lock(number);
        if (found.isEmpty()) {
            return Booked.UNKNOWN;
        }
        CallbackTicket ticket = found.get();
        Optional<Callback> open = rows.open(number);
        String known = phone(ticket, open);
        boolean same = known != null && (typed == null || typed.equals(masked(known)));
        String phone = same ? known : valid(typed);
        if (phone == null) {
            return Booked.BAD_PHONE;
        }
        if (!same && !ticket.callable().include(phone)) {
            return Booked.NOT_CALLED;
        }
        CallbackRules rules = appointments.rules();
        CallSlot slot = new CallSlot(from, from.plus(rules.slot()));
        boolean again = open.isPresent() && open.get().slot().equals(slot);
        if (!again && (!offered(slot, rules) || !taken(ticket, open, slot))) {
            return Booked.FULL;
        }
        if (!phone.equals(known)) {
            call(ticket, phone);
        }
        if (!again) {
            tickets.happened(number, CUSTOMER, "callback planned", "for " + from + ", the customer's own choice");
        }
        return Booked.DONE;
    }

    private static @Nullable String phone(CallbackTicket ticket, Optional<Callback> open) {
        return open.map(row -> row.phoneFor(ticket)).orElse(ticket.phone());
    }

    /** The number counts for this callback: whoever has the link may be called, but does not become the customer. */
    private void call(CallbackTicket ticket, String phone) {
        boolean own = phone.equals(ticket.phone());
        Callback row = rows.open(ticket.number()).orElseThrow();
        rows.call(row.id(), own ? null : phone);
        String why = own
                ? "the ticket's own, for the callback"
                : "for this callback only; the ticket's own stay as they are";
        tickets.happened(ticket.number(), CUSTOMER, "phone number given", why);
    }

    private boolean taken(CallbackTicket ticket, Optional<Callback> open, CallSlot slot) {
        return open.isEmpty()
                ? appointments.makeAt(ticket, "customer's wish", slot).isPresent()
                : open.get().isPlanned()
                        ? appointments.moveTo(open.get(), slot).isPresent()
                        : appointments.againAt(open.get(), slot).isPresent();
    }

    /** Any slot of the desk that is to come: holidays and quiet hours are the customer's own choice of that very time. */
    private boolean offered(CallSlot slot, CallbackRules rules) {
        Instant now = clock.instant();
        return slot.from().isAfter(now)
                && slot.from().isBefore(now.plus(CallSlots.HORIZON))
                && rules.slots().has(slot);
    }

    private List<CallSlot> free(@Nullable String phone, int most) {
        CallbackRules rules = appointments.rules();
        CustomerCallHours customer = rules.customer(phone);
        Instant now = clock.instant();
        Set<Instant> full = places.full(now, now.plus(CallSlots.HORIZON), rules.capacity());
        return rules.slots()
                .suitable(SlotRequest.asked(now, customer))
                .filter(slot -> slot.from().isAfter(now) && !full.contains(slot.from()))
                .limit(most)
                .toList();
    }

    private @Nullable String valid(@Nullable String typed) {
        if (typed == null || typed.isBlank() || typed.length() > LONGEST_PHONE) {
            return null;
        }
        List<String> read = phones.read(typed);
        return read.size() == 1 && E164.matcher(read.get(0)).matches() ? read.get(0) : null;
    }

    /** Enough for its owner to know it by. */
    private static String masked(String phone) {
        int shown = Math.min(3, phone.length());
        return "•".repeat(phone.length() - shown) + phone.substring(phone.length() - shown);
    }
}

package io.redress.callback.workflow;

import io.redress.callback.CallbackRules;
import io.redress.callback.Slot;
import io.redress.callback.Slots;
import io.redress.callback.Wanted;
import io.redress.due.Agenda;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Makes, moves and cancels the appointments of callbacks: a place in a slot, a row, and due work at the slot's beginning. */
public final class Appointments {

    /** Calls, at the slot's beginning. */
    static final String CALL = "callback";

    /** Lets anybody of the pool call. */
    static final String POOL = "callback-pool";

    /** Counts a call without a report as not answered. */
    static final String UNREPORTED = "callback-unreported";

    private final Callbacks rows;
    private final SlotPlaces places;
    private final Agenda agenda;
    private final Supplier<CallbackRules> rules;
    private final Clock clock;

    public Appointments(Callbacks rows, SlotPlaces places, Agenda agenda, Supplier<CallbackRules> rules, Clock clock) {
        this.rows = rows;
        this.places = places;
        this.agenda = agenda;
        this.rules = rules;
        this.clock = clock;
    }

    CallbackRules rules() {
        return rules.get();
    }

    /** A new callback; empty when no slot is free. */
    Optional<Callback> make(CallTicket ticket, String reason, Wanted wanted) {
        UUID id = UUID.randomUUID();
        return earliest(id, wanted)
                .map(slot -> planned(rows.insert(id, ticket.number(), reason, wanted.wished(), slot)));
    }

    /** The next call of a callback; empty when no slot is free. */
    Optional<Callback> again(Callback before, Wanted wanted, int misses) {
        return earliest(before.id(), wanted).map(slot -> planned(rows.next(before, slot, wanted.wished(), misses)));
    }

    /** The same call at another time; empty when no slot is free. */
    Optional<Callback> move(Callback before, Wanted wanted) {
        Optional<Slot> slot = earliest(before.id(), wanted);
        slot.ifPresent(taken -> places.free(before.id(), taken));
        return slot.map(taken -> planned(rows.move(before, taken, wanted.wished())));
    }

    /** A new callback in the very slot that a customer chose; empty when it is full. */
    Optional<Callback> makeAt(CallTicket ticket, String reason, Slot slot) {
        UUID id = UUID.randomUUID();
        return take(id, slot)
                ? Optional.of(planned(rows.insert(id, ticket.number(), reason, true, slot)))
                : Optional.empty();
    }

    /** The same call in the very slot that a customer chose; empty when it is full. */
    Optional<Callback> moveTo(Callback before, Slot slot) {
        if (!take(before.id(), slot)) {
            return Optional.empty();
        }
        places.free(before.id(), slot);
        return Optional.of(planned(rows.move(before, slot, true)));
    }

    /** Another call of the callback, in the very slot that a customer chose; empty when it is full. */
    Optional<Callback> againAt(Callback before, Slot slot) {
        return take(before.id(), slot)
                ? Optional.of(planned(rows.next(before, slot, true, before.misses())))
                : Optional.empty();
    }

    /** Ends a callback; its place is free for another one. */
    void end(Callback row, String state, String result) {
        rows.end(row, state, result);
        places.free(row.id());
    }

    /** Gives back the place of a call that was made before its slot. */
    void release(Callback row) {
        places.free(row.id());
    }

    private Optional<Slot> earliest(UUID id, Wanted wanted) {
        CallbackRules now = rules.get();
        Instant from = wanted.notBefore();
        Set<Instant> full = places.full(from, from.plus(Slots.HORIZON), now.capacity());
        return now.slots().earliest(wanted, slot -> !full.contains(slot.from()) && take(id, slot));
    }

    private boolean take(UUID id, Slot slot) {
        return places.take(slot, rules.get().capacity(), id);
    }

    private Callback planned(Callback row) {
        agenda.plan(CALL, row.ticket(), row.appointment(), row.slot().from(), row.appointment());
        return row;
    }

    /** What follows when a call was given out. */
    void given(Callback row) {
        Instant now = clock.instant();
        String key = row.appointment();
        agenda.plan(POOL, row.ticket(), key, now.plus(rules.get().ownerFirst()), key);
        agenda.plan(UNREPORTED, row.ticket(), key, now.plus(rules.get().outcomeWithin()), key);
    }
}

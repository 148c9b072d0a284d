package io.redress.callback.workflow;

import io.redress.callback.CallSlot;
import io.redress.callback.CallSlots;
import io.redress.callback.CallbackRules;
import io.redress.callback.CallbackState;
import io.redress.callback.SlotRequest;
import io.redress.due.DueWorkPlanner;
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
    private final SlotCapacity places;
    private final DueWorkPlanner planner;
    private final Supplier<CallbackRules> rules;
    private final Clock clock;

    public Appointments(
            Callbacks rows, SlotCapacity places, DueWorkPlanner planner, Supplier<CallbackRules> rules, Clock clock) {
        this.rows = rows;
        this.places = places;
        this.planner = planner;
        this.rules = rules;
        this.clock = clock;
    }

    CallbackRules rules() {
        return rules.get();
    }

    /** A new callback; empty when no slot is free. */
    Optional<Callback> make(CallbackTicket ticket, String reason, SlotRequest slotRequest) {
        UUID id = UUID.randomUUID();
        return earliest(id, slotRequest)
                .map(slot -> planned(rows.insert(id, ticket.number(), reason, slotRequest.wished(), slot)));
    }

    /** The next call of a callback; empty when no slot is free. */
    Optional<Callback> again(Callback before, SlotRequest slotRequest, int misses) {
        return earliest(before.id(), slotRequest)
                .map(slot -> planned(rows.next(before, slot, slotRequest.wished(), misses)));
    }

    /** The same call at another time; empty when no slot is free. */
    Optional<Callback> move(Callback before, SlotRequest slotRequest) {
        Optional<CallSlot> slot = earliest(before.id(), slotRequest);
        slot.ifPresent(taken -> places.free(before.id(), taken));
        return slot.map(taken -> planned(rows.move(before, taken, slotRequest.wished())));
    }

    /** A new callback in the very slot that a customer chose; empty when it is full. */
    Optional<Callback> makeAt(CallbackTicket ticket, String reason, CallSlot slot) {
        UUID id = UUID.randomUUID();
        return take(id, slot)
                ? Optional.of(planned(rows.insert(id, ticket.number(), reason, true, slot)))
                : Optional.empty();
    }

    /** The same call in the very slot that a customer chose; empty when it is full. */
    Optional<Callback> moveTo(Callback before, CallSlot slot) {
        if (!take(before.id(), slot)) {
            return Optional.empty();
        }
        places.free(before.id(), slot);
        return Optional.of(planned(rows.move(before, slot, true)));
    }

    /** Another call of the callback, in the very slot that a customer chose; empty when it is full. */
    Optional<Callback> againAt(Callback before, CallSlot slot) {
        return take(before.id(), slot)
                ? Optional.of(planned(rows.next(before, slot, true, before.misses())))
                : Optional.empty();
    }

    /** Ends a callback; its place is free for another one. */
    void end(Callback row, CallbackState state, String result) {
        rows.end(row, state, result);
        places.free(row.id());
    }

    /** Gives back the place of a call that was made before its slot. */
    void release(Callback row) {
        places.free(row.id());
    }

    private Optional<CallSlot> earliest(UUID id, SlotRequest slotRequest) {
        CallbackRules now = rules.get();
        Instant from = slotRequest.notBefore();
        Set<Instant> full = places.full(from, from.plus(CallSlots.HORIZON), now.capacity());
        return now.slots().earliest(slotRequest, slot -> !full.contains(slot.from()) && take(id, slot));
    }

    private boolean take(UUID id, CallSlot slot) {
        return places.take(slot, rules.get().capacity(), id);
    }

    private Callback planned(Callback row) {
        planner.plan(CALL, row.ticket(), row.appointment(), row.slot().from(), row.appointment());
        return row;
    }

    /** What follows when a call was given out. */
    void given(Callback row) {
        Instant now = clock.instant();
        String key = row.appointment();
        planner.plan(POOL, row.ticket(), key, now.plus(rules.get().ownerFirst()), key);
        planner.plan(UNREPORTED, row.ticket(), key, now.plus(rules.get().outcomeWithin()), key);
    }
}

package io.redress.callback;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The slots of the desk: each opening of its calendar, divided from its beginning on; what is left at the end is none.
 *
 * @param desk when those who call are there
 * @param length of a slot
 */
public record CallSlots(CallCalendar desk, Duration length) {

    /** Nobody is promised a call further ahead. */
    public static final Duration HORIZON = Duration.ofDays(30);

    /**
     * The earliest slot that suits and could be taken. When no other part of the day has one, the part that was to be
     * kept away from is good enough.
     *
     * @param take takes a place in a slot, or tells that there is none
     * @return empty when there is none before the {@link #HORIZON}
     */
    public Optional<CallSlot> earliest(SlotRequest slotRequest, Predicate<CallSlot> take) {
        Optional<CallSlot> found = suitable(slotRequest).filter(take).findFirst();
        return found.isPresent() || slotRequest.not() == null
                ? found
                : suitable(slotRequest.anyPart()).filter(take).findFirst();
    }

    /** The slots that suit, the earliest first, up to the {@link #HORIZON}. */
    public Stream<CallSlot> suitable(SlotRequest slotRequest) {
        Instant end = slotRequest.notBefore().plus(HORIZON);
        LocalDate first = slotRequest.notBefore().atZone(desk.zone()).toLocalDate();
        LocalDate last = end.atZone(desk.zone()).toLocalDate();
        return first.datesUntil(last.plusDays(1))
                .flatMap(date -> on(date).stream())
                .filter(slot -> slot.from().isBefore(end))
                .filter(slotRequest::suits);
    }

    /** Whether it is one of the desk's. */
    public boolean has(CallSlot slot) {
        return on(slot.from().atZone(desk.zone()).toLocalDate()).contains(slot);
    }

    private List<CallSlot> on(LocalDate date) {
        List<CallSlot> slots = new ArrayList<>();
        for (CallSlot opening : desk.openings(date)) {
            CallSlot next = at(opening.from());
            while (!next.until().isAfter(opening.until())) {
                slots.add(next);
                next = at(next.until());
            }
        }
        return slots;
    }

    private CallSlot at(Instant from) {
        return new CallSlot(from, from.plus(length));
    }
}

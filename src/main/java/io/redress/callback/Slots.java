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
public record Slots(CallCalendar desk, Duration length) {

    /** Nobody is promised a call further ahead. */
    public static final Duration HORIZON = Duration.ofDays(30);

    /**
     * The earliest slot that suits and could be taken. When no other part of the day has one, the part that was to be
     * kept away from is good enough.
     *
     * @param take takes a place in a slot, or tells that there is none
     * @return empty when there is none before the {@link #HORIZON}
     */
    public Optional<Slot> earliest(Wanted wanted, Predicate<Slot> take) {
        Optional<Slot> found = suitable(wanted).filter(take).findFirst();
        return found.isPresent() || wanted.not() == null
                ? found
                : suitable(wanted.anyPart()).filter(take).findFirst();
    }

    /** The slots that suit, the earliest first, up to the {@link #HORIZON}. */
    public Stream<Slot> suitable(Wanted wanted) {
        Instant end = wanted.notBefore().plus(HORIZON);
        LocalDate first = wanted.notBefore().atZone(desk.zone()).toLocalDate();
        LocalDate last = end.atZone(desk.zone()).toLocalDate();
        return first.datesUntil(last.plusDays(1))
                .flatMap(date -> on(date).stream())
                .filter(slot -> slot.from().isBefore(end))
                .filter(wanted::suits);
    }

    /** Whether it is one of the desk's. */
    public boolean has(Slot slot) {
        return on(slot.from().atZone(desk.zone()).toLocalDate()).contains(slot);
    }

    private List<Slot> on(LocalDate date) {
        List<Slot> slots = new ArrayList<>();
        for (Slot opening : desk.openings(date)) {
            Slot next = at(opening.from());
            while (!next.until().isAfter(opening.until())) {
                slots.add(next);
                next = at(next.until());
            }
        }
        return slots;
    }

    private Slot at(Instant from) {
        return new Slot(from, from.plus(length));
    }
}

package io.redress.callback;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What kind of slot is looked for.
 *
 * @param notBefore the earliest beginning
 * @param wished the customer asked for that time: holidays are then no hindrance, nor are quiet hours at that very time
 * @param not a part of the day to keep away from; null when any will do
 */
public record Wanted(
        Instant notBefore,
        CustomerTimes customer,
        boolean wished,
        @Nullable PartOfDay not) {

    /** At or after a time, for the hub's own reasons. */
    public static Wanted from(Instant notBefore, CustomerTimes customer) {
        return new Wanted(notBefore, customer, false, null);
    }

    /** At or after the time that the customer named. */
    public static Wanted asked(Instant notBefore, CustomerTimes customer) {
        return new Wanted(notBefore, customer, true, null);
    }

    Wanted anyPart() {
        return new Wanted(notBefore, customer, wished, null);
    }

    /** Whether the customer may be called in a slot of the desk. */
    boolean suits(Slot slot) {
        if (slot.from().isBefore(notBefore) || not != null && customer.part(slot) == not) {
            return false;
        }
        boolean thatVeryTime = slot.from().equals(notBefore);
        return wished ? thatVeryTime || !customer.isQuiet(slot) : !customer.isQuiet(slot) && !customer.isHoliday(slot);
    }
}

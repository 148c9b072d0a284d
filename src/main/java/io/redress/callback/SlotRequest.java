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
public record SlotRequest(
        Instant notBefore,
        CustomerCallHours customer,
        boolean wished,
        @Nullable PartOfDay not) {

    /** At or after a time, for the hub's own reasons. */
    public static SlotRequest from(Instant notBefore, CustomerCallHours customer) {
        return new SlotRequest(notBefore, customer, false, null);
    }

    /** At or after the time that the customer named. */
    public static SlotRequest asked(Instant notBefore, CustomerCallHours customer) {
        return new SlotRequest(notBefore, customer, true, null);
    }

    SlotRequest anyPart() {
        return new SlotRequest(notBefore, customer, wished, null);
    }

    /** Whether the customer may be called in a slot of the desk. */
    boolean suits(CallSlot slot) {
        if (slot.from().isBefore(notBefore) || not != null && customer.part(slot) == not) {
            return false;
        }
        boolean thatVeryTime = slot.from().equals(notBefore);
        return wished ? thatVeryTime || !customer.isQuiet(slot) : !customer.isQuiet(slot) && !customer.isHoliday(slot);
    }
}

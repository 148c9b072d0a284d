package io.redress.callback;

import io.redress.configfile.InvalidConfiguration;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * {@code config/callbacks.yaml}. Immutable.
 *
 * @param desk when those who call are there
 * @param customers when customers take calls, by phone number
 * @param after how long after the remedy a callback is due at the earliest
 * @param within by when it should be, as long as there is a free slot
 * @param slot how long one slot is
 * @param capacity calls in a slot
 * @param most calls that nobody answers before a message goes out instead
 * @param apart between two such calls, at least
 * @param otherHours whether the next call is in another part of the day
 * @param ownerFirst how long the ticket's owner has before anybody of the pool may call
 * @param outcomeWithin after which a callback whose outcome nobody reported counts as not answered
 */
public record CallbackRules(
        CallCalendar desk,
        CustomerTimeZones customers,
        Duration after,
        Duration within,
        Duration slot,
        int capacity,
        int most,
        Duration apart,
        boolean otherHours,
        Duration ownerFirst,
        Duration outcomeWithin) {

    /**
     * Reads {@code callbacks.yaml} and the calendars that it names.
     *
     * @param shop the zone of customers whose phone number tells none
     * @throws InvalidConfiguration with every mistake, its line and a remedy
     */
    public static CallbackRules read(Path configDir, ZoneId shop) {
        return new CallbackRulesReader(configDir, shop).read();
    }

    /** When the customer of this phone number takes calls. */
    public CustomerCallHours customer(@Nullable String phone) {
        return customers.of(phone);
    }

    public CallSlots slots() {
        return new CallSlots(desk, slot);
    }
}

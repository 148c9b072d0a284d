package io.redress.callback.workflow;

import io.redress.callback.CallSlot;
import io.redress.callback.CallbackState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A callback as it stands.
 *
 * @param wished the customer chose the time of this attempt
 * @param misses attempts that nobody answered
 * @param attemptSince when this attempt was planned
 * @param phone the number that the customer gave for this callback alone; null when the ticket's own is called
 */
public record Callback(
        UUID id,
        String ticket,
        CallbackState state,
        String reason,
        boolean wished,
        int attempt,
        int misses,
        CallSlot slot,
        Instant attemptSince,
        @Nullable String result,
        @Nullable String phone) {

    /** The number to call; null when there is none. */
    public @Nullable String phoneFor(CallbackTicket ticket) {
        return phoneFor(ticket, phone);
    }

    /** @param given for this call alone; which numbers are called may have changed since */
    public static @Nullable String phoneFor(CallbackTicket ticket, @Nullable String given) {
        return given != null && ticket.callable().include(given) ? given : ticket.phone();
    }

    /** Why the customer is called, for those who call; they must know that a number is not the ticket's. */
    String reasonToldStaff() {
        return told(reason, phone);
    }

    public static String told(String reason, @Nullable String phone) {
        return phone == null ? reason : reason + " (number given on the callback page, for this call only)";
    }

    boolean isOpen() {
        return state == CallbackState.PLANNED || state == CallbackState.DUE;
    }

    boolean isPlanned() {
        return state == CallbackState.PLANNED;
    }

    /** What due work for this attempt is given along; a callback that was moved has another one. */
    String appointment() {
        return id + "/" + attempt + "/" + slot.from().getEpochSecond();
    }

    /** The callback of such an appointment. */
    static UUID idOf(String appointment) {
        return UUID.fromString(appointment.substring(0, appointment.indexOf('/')));
    }

    /** Names this attempt, whatever its slot. */
    String attemptKey() {
        return id + "/" + attempt;
    }
}

package io.redress.ledger.callback;

import io.redress.callback.Slot;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A callback as it stands.
 *
 * @param state {@code planned}, {@code due}, {@code done} or {@code cancelled}
 * @param wished the customer chose the time of this attempt
 * @param misses attempts that nobody answered
 * @param attemptSince when this attempt was planned
 */
record CallbackRow(
        UUID id,
        String ticket,
        String state,
        String reason,
        boolean wished,
        int attempt,
        int misses,
        Slot slot,
        Instant attemptSince,
        @Nullable String result) {

    boolean isOpen() {
        return state.equals("planned") || state.equals("due");
    }

    boolean isPlanned() {
        return state.equals("planned");
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

package io.redress.callback.workflow;

import io.redress.callback.CallOutcome;
import io.redress.callback.CallSlot;
import io.redress.callback.CallbackState;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The callbacks, their calls, and what was reported of these. */
public interface Callbacks {

    Optional<Callback> find(UUID id);

    /** The callback of a ticket that is planned or given out. */
    Optional<Callback> open(String ticket);

    /** False when the same was requested before. */
    boolean request(String ticket, String key);

    /** A new callback, with its first call. */
    Callback insert(UUID id, String ticket, String reason, boolean wished, CallSlot slot);

    /** Plans the next call of a callback. */
    Callback next(Callback before, CallSlot slot, boolean wished, int misses);

    /** Gives the same call another slot; a list that has it already is not the one it belongs to any more. */
    Callback move(Callback before, CallSlot slot, boolean wished);

    /** {@code phone}: given for this callback alone; null for the ticket's own. */
    void call(UUID id, @Nullable String phone);

    /** Its call was given out to the ticket's owner. */
    void sent(Callback callback);

    /** Its call was given out to anybody. */
    void pooled(Callback callback);

    void end(Callback callback, CallbackState state, String result);

    /** Keeps a report; false when its id was there before. */
    boolean record(CallOutcome outcome, Callback callback, boolean applied);

    /** {@code at}: when the call was; null means now. */
    void attemptEnded(Callback callback, String outcome, @Nullable Instant at, @Nullable String by);
}

package io.redress.callback;

import java.time.Instant;

/** Asks for a callback to a ticket's customer, in the caller's transaction. */
public interface CallbackRequests {

    /**
     * Plans a callback in the first free slot that suits.
     *
     * @param key tells this request from others for ever; asked again, nothing more is planned
     * @param notBefore the earliest time
     * @param reason for the history and for whoever calls: {@code low score}, {@code solved}
     */
    void request(String ticketNumber, String key, Instant notBefore, String reason);
}

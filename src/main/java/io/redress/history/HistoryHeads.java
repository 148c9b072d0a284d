package io.redress.history;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;

/** The heads that were made. */
public interface HistoryHeads {

    /** Makes the head of a day, unless it or a later one is there. Takes part in the caller's transaction. */
    Optional<SignedHead> make(LocalDate day);

    /**
     * Writes the lines of a head's leaves, ordered by ticket number.
     *
     * @throws IOException when {@code out} takes no more
     */
    void leaves(LocalDate day, Appendable out) throws IOException;
}

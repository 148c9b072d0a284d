package io.redress.intake.recording;

import io.redress.intake.RawMessage;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Arrivals that overtook the one that they follow, and wait for it. */
public interface WaitingItems {

    /**
     * The number for which an arrival has to wait.
     *
     * @param numbers that it names and that no ticket has
     * @param answered the Message-IDs of the mails that it answers
     */
    Optional<String> awaited(RawMessage raw, Collection<String> numbers, Collection<String> answered);

    /**
     * Lets an arrival wait; gives the reason in words.
     *
     * @param names by which others refer to the arrival
     */
    String put(RawMessage raw, String number, List<String> names);

    /** It waits no longer. */
    void ended(String itemId);
}

package io.redress.permission;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which team and category tickets belong to. */
public interface TicketOwnership {

    /**
     * What a ticket belongs to.
     *
     * @param owner the team's key; null when nobody owns it
     * @param category its key; null when it has none
     */
    record Belongs(@Nullable String owner, @Nullable String category) {}

    /**
     * Looks a ticket up.
     *
     * @param number a ticket's number, or one that was promised to a sender whose item led to another ticket
     * @return empty when no ticket has it
     */
    Optional<Belongs> find(String number);
}

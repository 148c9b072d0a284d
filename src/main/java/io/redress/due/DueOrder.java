package io.redress.due;

import java.util.Objects;

/**
 * An order to do one piece of due work.
 *
 * @param id of the work, the same at each attempt
 * @param kind which {@link DueStep} does it
 * @param argument what the planner gave along; empty when nothing
 * @param token of this order alone; a repeat of the same order carries the same one
 * @param attempt 1 at the first try
 */
public record DueOrder(String id, String kind, String ticketNumber, String argument, String token, int attempt) {

    /** What is no order is found when it is read, not when it is carried out. */
    public DueOrder {
        Objects.requireNonNull(id, "id is missing");
        Objects.requireNonNull(kind, "kind is missing");
        Objects.requireNonNull(ticketNumber, "ticketNumber is missing");
        Objects.requireNonNull(argument, "argument is missing");
        Objects.requireNonNull(token, "token is missing");
    }
}

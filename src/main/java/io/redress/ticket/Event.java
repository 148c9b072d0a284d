package io.redress.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a ticket's history.
 *
 * @param who a stage of the hub, an operator or a downstream system
 * @param what in the past tense: {@code received}, {@code triaged}, {@code acknowledged} …
 * @param why null when the event explains itself
 */
public record Event(
        Instant at, String who, String what, @Nullable String why) {}

package io.redress.triage;

import io.redress.ticket.Priority;
import io.redress.ticket.ServiceLevel;
import java.time.Instant;

/** By when a ticket is owed an answer and a solution. */
@FunctionalInterface
public interface DeadlineCalculator {

    ServiceLevel due(String policy, Priority priority, Instant receivedAt);
}

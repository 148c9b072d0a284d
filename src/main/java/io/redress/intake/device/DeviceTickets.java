package io.redress.intake.device;

import io.redress.ticket.Priority;

/**
 * What one device has opened lately.
 *
 * @param opened tickets within the window
 * @param last the newest of them that is open
 * @param priority that it has now
 * @param joined faults that were added to it
 */
public record DeviceTickets(int opened, String last, Priority priority, int joined) {}

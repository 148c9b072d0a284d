package io.redress.desk;

import java.util.List;

/** What happened to tickets. */
public interface TicketTimeline {

    /** All of it, oldest first. */
    List<TimelineEntry> of(String number);

    /** Keeps others from changing a ticket until the transaction ends; false when there is no such ticket. */
    boolean lock(String number);
}

package io.redress.intake.recording;

import io.redress.standing.TicketContacts;
import java.util.Map;
import java.util.Set;

/** Which tickets there are by the names that arrivals use, and whose they are. */
public interface TicketReferenceIndex {

    /** The numbers of the tickets that have these names, by name; of others, nothing. */
    Map<String, String> aliases(Set<String> names);

    /** The contacts of these tickets, by number; of one that is not there or whose customer is forgotten, nothing. */
    Map<String, TicketContacts> contacts(Set<String> numbers);

    /** Says in a ticket's history which other arrival names it; of many such arrivals the first hundred. */
    void mention(String number, String itemId, String by);
}

package io.redress.history;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Looks through the events of all tickets, ticket by ticket, in their order, and tells the first fault of each chain. A
 * blanked event is not a fault when a later one of its ticket, itself whole, says that something was forgotten, and the hub's
 * key proves that the hub wrote it.
 */
public final class ChainCheck {

    /** What an event is called that says that words before it were blanked. */
    public static final String FORGOTTEN = "forgotten";

    private final Consumer<HistoryFault> faults;
    private final RedactedEvents blanked;
    private @Nullable String ticket;
    private byte[] before = EventSeal.beginning();
    private int next;
    private boolean broken;
    private long tickets;
    private long events;
    private long blankedInAll;

    /** @param orders whether an order to forget somebody, by its id, is written down */
    public ChainCheck(RedactionProof proof, Predicate<String> orders, Consumer<HistoryFault> faults) {
        this.blanked = new RedactedEvents(proof, orders);
        this.faults = faults;
    }

    /**
     * The next event, in the order of tickets and positions.
     *
     * @param record what was noted with it; null for most
     */
    public void accept(SealedEvent event, @Nullable RedactionRecord record) {
        if (!event.ticket().equals(ticket)) {
            end();
            ticket = event.ticket();
            before = EventSeal.beginning();
            next = 0;
            broken = false;
            tickets++;
        }
        events++;
        if (!broken) {
            String problem = problem(event, record);
            if (problem != null) {
                broken = true;
                faults.accept(HistoryFault.of(event, problem));
            }
        }
        before = event.hash();
        next++;
    }

    /** No more events follow. */
    public void end() {
        HistoryFault fault = blanked.end();
        if (fault != null && !broken) {
            faults.accept(fault);
        }
    }

    private @Nullable String problem(SealedEvent event, @Nullable RedactionRecord record) {
        if (event.position() != next) {
            return "the event at position " + next + " before it is missing";
        }
        byte[] salt = event.salt();
        if (salt == null) {
            if (event.why() != null || event.told() != null) {
                return "has words, but no salt to prove them by";
            }
            blanked.blank(event);
            blankedInAll++;
        } else if (!Arrays.equals(
                event.digest(), EventSeal.digest(salt, event.who(), event.why(), event.told(), event.itemId()))) {
            return "its words are not those that were sealed";
        }
        byte[] hash =
                EventSeal.hash(before, event.ticket(), event.position(), event.at(), event.what(), event.digest());
        if (!Arrays.equals(hash, event.hash())) {
            return "its time, kind or place is not what was sealed, or the event before it is another one";
        }
        return salt != null && event.what().equals(FORGOTTEN) ? blanked.said(event, record) : null;
    }

    /** Tickets seen so far. */
    public long tickets() {
        return tickets;
    }

    /** Events seen so far. */
    public long events() {
        return events;
    }

    /** How many of them the hub took out, by what asked for it. */
    public SortedMap<String, Long> causes() {
        return blanked.causes();
    }

    /** Events whose words were taken out. */
    public long blanked() {
        return blankedInAll;
    }
}

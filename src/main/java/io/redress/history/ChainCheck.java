package io.redress.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Looks through the events of all tickets, ticket by ticket, in their order, and tells the first fault of each chain. A
 * blanked event is not a fault when a later one of its ticket, itself whole, says that something was forgotten.
 */
public final class ChainCheck {

    /** What an event is called that says that words before it were blanked. */
    public static final String FORGOTTEN = "forgotten";

    private final Consumer<Fault> faults;
    private final List<SealedEvent> blanked = new ArrayList<>();
    private @Nullable String ticket;
    private byte[] before = Seal.beginning();
    private int next;
    private boolean broken;
    private long tickets;
    private long events;
    private long blankedInAll;

    public ChainCheck(Consumer<Fault> faults) {
        this.faults = faults;
    }

    /** The next event, in the order of tickets and positions. */
    public void accept(SealedEvent event) {
        if (!event.ticket().equals(ticket)) {
            end();
            ticket = event.ticket();
            before = Seal.beginning();
            next = 0;
            broken = false;
            tickets++;
        }
        events++;
        if (!broken) {
            String problem = problem(event);
            if (problem != null) {
                broken = true;
                faults.accept(Fault.of(event, problem));
            }
        }
        before = event.hash();
        next++;
    }

    /** No more events follow. */
    public void end() {
        if (!blanked.isEmpty() && !broken) {
            faults.accept(Fault.of(blanked.get(0), "is blanked, and no later event says that it was forgotten"));
        }
        blanked.clear();
    }

    private @Nullable String problem(SealedEvent event) {
        if (event.position() != next) {
            return "the event at position " + next + " before it is missing";
        }
        byte[] salt = event.salt();
        if (salt == null) {
            if (event.why() != null || event.told() != null) {
                return "has words, but no salt to prove them by";
            }
            blanked.add(event);
            blankedInAll++;
        } else if (!Arrays.equals(
                event.digest(), Seal.digest(salt, event.who(), event.why(), event.told(), event.itemId()))) {
            return "its words are not those that were sealed";
        }
        byte[] hash = Seal.hash(before, event.ticket(), event.position(), event.at(), event.what(), event.digest());
        if (!Arrays.equals(hash, event.hash())) {
            return "its time, kind or place is not what was sealed, or the event before it is another one";
        }
        if (salt != null && event.what().equals(FORGOTTEN)) {
            blanked.clear();
        }
        return null;
    }

    /** Tickets seen so far. */
    public long tickets() {
        return tickets;
    }

    /** Events seen so far. */
    public long events() {
        return events;
    }

    /** Events whose words were taken out. */
    public long blanked() {
        return blankedInAll;
    }
}

package io.redress.incident;

import java.time.Duration;
import java.util.List;

/**
 * The incidents of all nodes. One node at a time observes an incident, from when it began it: another one ends it only when the
 * observer has not been heard of for a while.
 */
public interface Incidents {

    /** After this long without a sign the observer of an incident counts as gone. */
    Duration SILENCE = Duration.ofMinutes(5);

    /**
     * Those that go on and that a node observes, or that nobody does any more.
     *
     * @param node tells this process from all others
     */
    List<Incident> observedBy(String node);

    /** Begins an incident; false when its subject has one that goes on. */
    boolean begin(Incident incident, String node);

    /** Gives a sign of life of a node that still sees trouble. */
    void seen(Incident incident, String node);

    /** Ends an incident; false when it has ended already. */
    boolean end(Incident incident);
}

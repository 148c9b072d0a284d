package io.redress.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The subscriptions, as they are stored. */
public interface EventSubscriptions {

    /** By name. */
    List<EventSubscription> all();

    Optional<EventSubscription> find(String name);

    /** False when the name is taken. */
    boolean add(EventSubscription subscription, String secret);

    /** Puts a new secret in place of the one that there is, which goes on signing until then; false when there is no such name. */
    boolean rotate(String name, String secret, Instant oldUntil);

    /** Sends nothing more, and writes down nothing more, from now on; false when there is none of that name that gets events. */
    boolean disable(String name, Instant at, @Nullable String why);

    /** Sends again, also what waited; false when there is none of that name. */
    boolean enable(String name);

    /** Removes it with its deliveries; false when there is none of that name. */
    boolean remove(String name);
}

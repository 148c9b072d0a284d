package io.redress.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The events that subscribers are sent. Whatever an order does, it does only while it is the last that was given for its event. */
public interface EventDeliveries {

    /** Claims what is due: of each subscriber only a few at a time, so that one that is slow holds up no other. */
    List<EventOrder> claim();

    /** Begins an attempt; nothing when the order is void or the subscription gets nothing. */
    Optional<OutgoingEvent> begin(EventOrder order);

    /** Attempts at an event since it was planned or replayed. */
    int attempts(EventOrder order);

    /** The name of the one that an order is for; null when it was removed. */
    @Nullable
    String subscriber(EventOrder order);

    /** Ends it well. */
    void delivered(EventOrder order, String answer);

    /** Tries again then. */
    void putOff(EventOrder order, Instant until, String answer);

    /** Ends it after the last attempt. */
    void failed(EventOrder order, String answer);

    /** Plans an event for one subscriber alone, whatever it subscribed to; false when there is none of that name, or it is disabled. */
    boolean plan(String subscription, EventType type, String subject);

    /** Plans the failed ones of a subscriber again; gives their number. */
    int replay(String subscription);

    /** The last ones of a subscriber, the latest first. */
    List<EventDelivery> latest(String subscription, int size);

    /** Removes what ended before a time. */
    void removeBefore(Instant time);
}

package io.redress.canary;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The canaries of the last months; kept over restarts, and shared by all nodes. */
public interface Canaries {

    /**
     * Notes that a canary is sent now, unless another was within {@code every}.
     *
     * @param said a digest of what it says
     * @return false when none is due
     */
    boolean send(Canary canary, Duration every, String said);

    /** A canary could not be sent. */
    void failed(UUID id, String problem);

    /**
     * A canary has arrived as an item; or again, as another item.
     *
     * @param said a digest of what the item says
     * @return the canary, whenever it was sent; empty when there is none that says this
     */
    Optional<Canary> arrived(UUID id, String channel, String said, String itemId, Instant now);

    /** What is under way to a channel does not count: the channel was stopped on purpose. */
    void uncount(String channel);

    /** Those of all channels that were sent since, the newest first. */
    List<Canary> all(Instant since);

    /**
     * Removes what has served.
     *
     * @param items of channels' canaries that arrived before go
     * @param known canaries that were sent before are not recognised any more
     */
    void purge(Collection<String> channels, Instant items, Instant known);
}

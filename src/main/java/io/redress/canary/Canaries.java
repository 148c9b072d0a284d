package io.redress.canary;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The canaries of the last day or two; kept over restarts, and shared by all nodes. */
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
     * A canary has arrived as an item.
     *
     * @param said a digest of what the item says
     * @param since canaries that were sent before it are forgotten
     * @return the canary; empty when there is none that says this, or it arrived as another item before
     */
    Optional<Canary> arrived(UUID id, String channel, String said, String itemId, Instant now, Instant since);

    /** What is under way to a channel does not count: the channel was stopped on purpose. */
    void uncount(String channel);

    /** Those of all channels, the newest first. */
    List<Canary> all();

    /** Removes canaries, and their items, that were sent before {@code than}. */
    void purge(Collection<String> channels, Instant than);
}

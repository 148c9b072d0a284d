package io.redress.intake.device;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The faults of devices that are known; used inside the recorder's transaction, one device at a time. */
public interface FaultEpisodes {

    /** The latest episode of a fault. */
    Optional<FaultEpisode> latest(String channel, FaultReport report);

    /** An episode that {@link #latest} gave before; empty when another has taken its place long ago. */
    Optional<FaultEpisode> find(long id);

    /**
     * What the device has opened.
     *
     * @param since from when on its tickets are counted
     * @return empty when none of them is open
     */
    Optional<DeviceTickets> lately(String channel, String device, Instant since);

    /**
     * Whether the channel knows the device, or may get to know another one.
     *
     * @param most devices that are new
     * @param since from when on they are counted
     */
    boolean takes(String channel, String device, int most, Instant since);

    /**
     * Writes down a new episode.
     *
     * @param ticket null where the fault is over that was not there
     * @param now when the hub learnt of it
     */
    void open(String channel, FaultReport report, FaultDecision decision, @Nullable String ticket, Instant now);

    /**
     * Counts a report of a known episode.
     *
     * @param told whether the ticket's history hears of it
     */
    void count(FaultEpisode episode, FaultDecision decision, boolean told, Instant now);

    /** The device says that it is over while it is not there: that it was may be on the way. */
    void cleared(FaultEpisode episode, Instant saidAt);

    /** The ticket's history has heard how the episode stands. */
    void told(FaultEpisode episode, Instant now);
}

package io.redress.channel.feed;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/** How far feeds were read; kept over restarts, and shared by all nodes, of which the leader reads. */
public interface FeedPositions {

    /**
     * Where the next look at a channel's feed begins. A channel that is new, or whose parameter was changed, begins at {@code
     * start}.
     *
     * @param from the channel's parameter
     */
    FeedPosition begin(String channel, String from, Instant start);

    /** Those of some items that were handed off before; they are remembered for another month. */
    Set<String> seen(String channel, Collection<String> items);

    /**
     * A page was handed off.
     *
     * @param position behind it
     * @param items ids of those on it
     * @return false when another node has led since the look began: then nothing is written
     */
    boolean moved(FeedPosition position, Collection<String> items);
}

package io.redress.channel.control;

import java.time.Instant;
import java.util.Map;

/** Where the orders of operators are kept, for all nodes. */
public interface ChannelOrders {

    /** Of the channels that somebody once asked something of, by name. */
    Map<String, ChannelOrder> all();

    /** Pauses a channel; one that is paused stays so by whom and since when it was. */
    void pause(String channel, String by, Instant at);

    void resume(String channel);

    /** Has a channel polled by the node that polls it. */
    void poll(String channel, Instant at);
}

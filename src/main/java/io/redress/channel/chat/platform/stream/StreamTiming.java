package io.redress.channel.chat.platform.stream;

import java.time.Duration;

/**
 * How long things may take.
 *
 * @param timeLimit of the request for an address, and of connecting
 * @param heartbeat how often the other side is asked for a sign of life; after two without one the connection is given up
 * @param firstPause before a connection is opened again; it grows
 * @param longestPause it does not grow beyond; a connection that lasted longer was a good one
 * @param grace how long a connection is still listened to when another has taken its place, and an answer may take
 */
public record StreamTiming(
        Duration timeLimit, Duration heartbeat, Duration firstPause, Duration longestPause, Duration grace) {

    /** As usual. */
    public static StreamTiming of(Duration timeLimit, Duration heartbeat) {
        return new StreamTiming(
                timeLimit, heartbeat, Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofSeconds(10));
    }
}

package io.redress.http;

import java.time.Duration;
import java.util.function.Predicate;

/**
 * What connections may do.
 *
 * @param byAddress how many of one address may be open
 * @param trusted addresses that are not counted: proxies, which bring the requests of many
 * @param headerTime for request line and headers together
 */
record ConnectionPolicy(int byAddress, Predicate<String> trusted, Duration headerTime) {

    /** Of the connections that the server has at most. */
    static final double CROWDED = 0.75;

    /** How long an idle connection is kept while it is crowded. */
    static final Duration SHORT_IDLE = Duration.ofSeconds(2);
}

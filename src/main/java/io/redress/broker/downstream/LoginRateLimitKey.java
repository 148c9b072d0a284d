package io.redress.broker.downstream;

import io.redress.handoff.SourceNetwork;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn a login is when many try.
 *
 * @param network where it comes from
 * @param name the user that it says it is, cut short: strangers choose it
 */
record LoginRateLimitKey(String network, String name) {

    private static final int LONGEST_NAME = 200;

    static LoginRateLimitKey of(String address, @Nullable String name) {
        String given = name == null ? "" : name;
        return new LoginRateLimitKey(SourceNetwork.of(address), StringUtils.truncate(given, LONGEST_NAME));
    }

    /** This user at this network. */
    String named() {
        return network + " " + name;
    }
}

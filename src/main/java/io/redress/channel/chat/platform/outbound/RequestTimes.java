package io.redress.channel.chat.platform.outbound;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The values of a request that are of this very moment: signatures cover them, so that nobody can send it again. */
final class RequestTimes {

    /** A text that no other request has. */
    static final String NONCE = "nonce";
    /** As {@code 2026-11-28T10:00:00Z}. */
    static final String ISO = "time.iso";

    private static final String SECONDS = "time.s";
    private static final String MILLISECONDS = "time.ms";

    /** The names of them. */
    static final Set<String> NAMES = Set.of(NONCE, ISO, SECONDS, MILLISECONDS);

    private RequestTimes() {}

    static Map<String, String> of(Clock clock) {
        Instant now = clock.instant();
        Map<String, String> values = new HashMap<>();
        values.put(NONCE, UUID.randomUUID().toString().replace("-", ""));
        values.put(ISO, now.truncatedTo(ChronoUnit.SECONDS).toString());
        values.put(SECONDS, String.valueOf(now.getEpochSecond()));
        values.put(MILLISECONDS, String.valueOf(now.toEpochMilli()));
        return values;
    }
}

package io.redress.channel.sender;

import io.redress.configfile.Finding;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call of a sender's file that {@code check} tries.
 *
 * @param secret the channel's
 * @param verifyToken the channel's; empty for none
 * @param at the hub's time
 * @param query as in the address, behind the question mark; null for none
 * @param gives what becomes of it: {@code complaint}, {@code ignored}, {@code answered} for handshakes and silent calls, or {@code
 *     refused}
 * @param fields of the complaint, by canonical name, or of what is only answered, by {@code answer}
 * @param complaints how many it gives, where it gives any
 * @param place where it stands
 */
public record SenderExample(
        String secret,
        String verifyToken,
        Instant at,
        String method,
        Map<String, String> headers,
        @Nullable String query,
        String body,
        String gives,
        Map<String, String> fields,
        int complaints,
        Finding.Place place) {}

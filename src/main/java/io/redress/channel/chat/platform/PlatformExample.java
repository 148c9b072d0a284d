package io.redress.channel.chat.platform;

import io.redress.configfile.Finding;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request of a platform's file that {@code check} tries.
 *
 * @param settings of the channel
 * @param at the hub's time
 * @param query as in the address, behind the question mark; null for none
 * @param gives what becomes of it: {@code message}, {@code ignored}, {@code receipt}, {@code answered} for handshakes and what says
 *     nothing, or {@code refused}
 * @param messages how many it gives, where it gives any
 * @param fields of the first message, or {@code answer} of what is only answered
 * @param place where it stands
 */
public record PlatformExample(
        Map<String, String> settings,
        Instant at,
        String method,
        Map<String, String> headers,
        @Nullable String query,
        String body,
        String gives,
        int messages,
        Map<String, String> fields,
        Finding.Place place) {}

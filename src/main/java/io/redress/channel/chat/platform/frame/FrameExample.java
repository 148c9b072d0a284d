package io.redress.channel.chat.platform.frame;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.configfile.Finding;
import java.time.Instant;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A frame of a platform's file that {@code check} tries.
 *
 * @param at when it arrives
 * @param gives what becomes of it: {@code message}, {@code ignored}, {@code answered}, {@code renewed}, {@code nothing}, or {@code
 *     refused}
 * @param answer what the platform is told; null where it is not compared
 * @param fields of the first message
 * @param finding makes a finding at the example's line of a problem and its remedy
 */
public record FrameExample(
        Instant at,
        String frame,
        String gives,
        @Nullable JsonNode answer,
        Map<String, String> fields,
        BiFunction<String, String, Finding> finding) {}

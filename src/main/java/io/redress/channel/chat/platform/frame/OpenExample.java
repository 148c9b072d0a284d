package io.redress.channel.chat.platform.frame;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.configfile.Finding;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The opening of a connection that {@code check} tries.
 *
 * @param settings of the channel
 * @param request method and address
 * @param headers that the request must have, by name
 * @param json the body that it must have; null where it is not compared
 * @param status of the answer
 * @param body of the answer
 * @param address that the answer gives; empty where it gives none that may be used
 * @param finding makes a finding at the example's line of a problem and its remedy
 */
public record OpenExample(
        Map<String, String> settings,
        String request,
        Map<String, String> headers,
        @Nullable JsonNode json,
        int status,
        String body,
        String address,
        BiFunction<String, String, Finding> finding) {}

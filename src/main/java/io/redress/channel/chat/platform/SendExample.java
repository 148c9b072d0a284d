package io.redress.channel.chat.platform;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.configfile.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message to a customer, in a platform's file, that {@code check} tries.
 *
 * @param settings of the channel
 * @param template whether it goes as an approved template
 * @param facts of the message, for approved templates
 * @param at the hub's time
 * @param request that it gives, {@code POST https://…}
 * @param headers that it has at least
 * @param json its body; null where it is not compared
 * @param body the same to the letter; null where it is not compared
 * @param answers of the platform, and what they mean
 * @param place where it stands
 */
public record SendExample(
        Map<String, String> settings,
        String account,
        String customer,
        String text,
        boolean template,
        Map<String, String> facts,
        Instant at,
        String request,
        Map<String, String> headers,
        @Nullable JsonNode json,
        @Nullable String body,
        List<Answer> answers,
        Finding.Place place) {

    /**
     * An answer.
     *
     * @param means {@code done}, {@code expired}, {@code later} or {@code never}
     * @param messageId that it gives the message; null where it is not compared
     */
    record Answer(
            int status, String body, String means, @Nullable String messageId) {}
}

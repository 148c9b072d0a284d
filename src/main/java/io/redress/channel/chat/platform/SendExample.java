package io.redress.channel.chat.platform;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.configfile.Finding;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message to a customer, in a platform's file, that {@code check} tries.
 *
 * @param settings of the channel
 * @param template whether it goes as an approved template
 * @param request that it gives, {@code POST https://…}
 * @param headers that it has at least
 * @param json its body; null where it is not compared
 * @param answers of the platform, and what they mean
 * @param place where it stands
 */
public record SendExample(
        Map<String, String> settings,
        String account,
        String customer,
        String text,
        boolean template,
        String request,
        Map<String, String> headers,
        @Nullable JsonNode json,
        List<Answer> answers,
        Finding.Place place) {

    /** @param means {@code done}, {@code expired}, {@code later} or {@code never} */
    record Answer(int status, String body, String means) {}
}

package io.redress.channel.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.mapping.json.ValuePath;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An item of a feed, in one edition.
 *
 * @param id of the arrival that it becomes: the same whenever this edition is read
 * @param sourceKey the feed's name of the item and a mark of the edition; null where the item has no name
 * @param time when it was changed last, as it says; null where it does not
 * @param attributes of the arrival
 */
public record FeedItem(
        JsonNode json,
        String id,
        @Nullable String sourceKey,
        @Nullable Instant time,
        Map<String, String> attributes) {

    /** What is archived, and what a replay reads. */
    public byte[] original() {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    Optional<String> value(ValuePath path) {
        return path.values(json).stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /** Whether a text of it is its time, and that lies beyond {@code now}: as a cursor it would lead past what is still to come. */
    boolean isTimeBeyond(String text, Instant now, ValuePath at) {
        return time != null
                && time.isAfter(now)
                && value(at).filter(text::equals).isPresent();
    }

    boolean isBefore(Instant limit) {
        return time != null && time.isBefore(limit);
    }
}

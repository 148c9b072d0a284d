package io.redress.channel.chat.platform.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.channel.chat.SanitizedText;
import io.redress.channel.sender.RequestFilter;
import io.redress.intake.MediaReference;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a message names files that its platform keeps.
 *
 * @param when the messages that have some
 * @param as what they are, for people
 * @param each the list of them; empty where the message itself names one
 * @param ref by which the platform knows one, within an entry of the list
 * @param name of the file; null where there is none
 * @param with other values that the request for it needs, within the message
 */
public record MediaRule(
        RequestFilter when,
        ItemTemplate as,
        String each,
        ItemPath ref,
        @Nullable ItemPath name,
        Map<String, ItemTemplate> with) {

    private static final int MOST = 20;
    private static final int LONGEST = 2_000;

    /** The files that an item names; at most twenty, and none under an endless name. */
    Stream<MediaReference> in(PlatformItem item, String platform) {
        if (when.unmet(item).isPresent()) {
            return Stream.empty();
        }
        var values = new HashMap<String, String>();
        with.forEach((key, template) -> values.put(key, template.fill(item).orElse("")));
        return entries(item)
                .map(entry -> new PlatformItem(item.top(), entry))
                .flatMap(entry -> reference(item, entry, platform, values))
                .limit(MOST);
    }

    private Stream<MediaReference> reference(
            PlatformItem item, PlatformItem entry, String platform, Map<String, String> values) {
        String kind = as.fill(entry)
                .filter(text -> !text.isBlank())
                .or(() -> as.fill(item))
                .map(SanitizedText::key)
                .orElse("file");
        return ref.values(entry).stream()
                .filter(text -> text.length() <= LONGEST)
                .map(found -> new MediaReference(
                        platform,
                        found,
                        kind,
                        name == null
                                ? null
                                : name.first(entry).map(SanitizedText::key).orElse(null),
                        values));
    }

    private Stream<JsonNode> entries(PlatformItem item) {
        if (each.isEmpty()) {
            return Stream.of(item.message());
        }
        JsonNode list = item.message();
        for (String part : each.split("\\.")) {
            list = list.path(part);
        }
        return Objects.requireNonNull(list).isArray() ? list.valueStream() : Stream.of(list);
    }
}

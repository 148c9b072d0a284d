package io.redress.channel.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.channel.chat.SanitizedText;
import io.redress.channel.sender.RequestFilter;
import io.redress.delivery.dialogue.DialogueResponse;
import io.redress.delivery.dialogue.Dialogues;
import io.redress.mapping.json.UntrustedJson;
import io.redress.mapping.json.ValuePath;
import io.redress.mapping.json.ValueSource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/** Reads the answers of one feed for one channel. */
public final class FeedAnswers {

    /** Attributes of an arrival. */
    static final String FEED = "feed";

    static final String MAPPING = "mapping";

    private static final String STATUS = "status";
    private static final Set<Integer> BUSY = Set.of(408, 425, 429);
    private static final int GONE = 410;
    private static final int MOST_ITEMS = 5_000;
    private static final int LONGEST_CURSOR = 2_000;
    private static final int EDITION_DIGITS = 16;

    private final Feed feed;
    private final String channel;
    private final Map<String, String> attributes;

    /** @param mapping that the channel names; empty for the feed's */
    public FeedAnswers(Feed feed, String channel, String mapping) {
        this.feed = feed;
        this.channel = channel;
        var all = new HashMap<String, String>();
        all.put(FEED, feed.name());
        if (!mapping.isEmpty()) {
            all.put(MAPPING, mapping);
        }
        this.attributes = Map.copyOf(all);
    }

    /**
     * The page that an answer holds.
     *
     * @param cursor of the page; empty at the first one
     * @param now a cursor that is a time never lies beyond it
     * @throws FeedFailure when it holds none
     */
    FeedPage page(DialogueResponse response, String cursor, Instant now) {
        if (response.body().length >= Dialogues.LONGEST) {
            throw new FeedFailure(FeedFailure.Kind.TOO_LARGE, "it has 16 MiB or more", null);
        }
        ValueSource values = values(response);
        judge(response, values, cursor);
        List<FeedItem> items = items(response.body());
        Feed.Parts parts = feed.parts();
        String next =
                parts.next().after(response, items, cursor, (item, text) -> item.isTimeBeyond(text, now, parts.time()));
        if (next.length() > LONGEST_CURSOR) {
            throw new FeedFailure(
                    FeedFailure.Kind.NEXT_PAGE_REFUSED, "its cursor is longer than " + LONGEST_CURSOR, null);
        }
        RequestFilter more = parts.next().more();
        return new FeedPage(
                items, next, more.values().isEmpty() || more.unmet(values).isEmpty(), false);
    }

    /**
     * The items of a page that somebody saved.
     *
     * @throws FeedFailure when it is not one
     */
    public List<FeedItem> saved(byte[] body) {
        return items(body);
    }

    private void judge(DialogueResponse response, ValueSource values, String cursor) {
        int status = response.status();
        String words = "HTTP " + status + codes(values);
        boolean expired = feed.parts().expired().values().isEmpty()
                ? status == GONE
                : feed.parts().expired().meets(values);
        if (expired && !cursor.isEmpty()) {
            throw new FeedFailure(FeedFailure.Kind.EXPIRED, words, null);
        }
        if (BUSY.contains(status) || feed.parts().later().meets(values)) {
            throw new FeedFailure(FeedFailure.Kind.BUSY, words, response.retryAfter());
        }
        if (status == 401 || status == 403) {
            throw new FeedFailure(FeedFailure.Kind.LOGIN, words, response.retryAfter());
        }
        if (status >= 500) {
            throw new FeedFailure(FeedFailure.Kind.UNAVAILABLE, words, response.retryAfter());
        }
        if (!response.isGood() || feed.parts().done().unmet(values).isPresent()) {
            throw new FeedFailure(FeedFailure.Kind.REFUSED, words, null);
        }
    }

    /** The codes by which the file tells answers apart; never the answer's words. */
    private String codes(ValueSource values) {
        return Stream.of(feed.parts().done(), feed.parts().later(), feed.parts().expired())
                .flatMap(filter -> filter.values().keySet().stream())
                .filter(name -> !name.equals(STATUS))
                .distinct()
                .flatMap(name -> values.values(name).stream()
                        .limit(1)
                        .map(value -> ", " + name + " " + SanitizedText.key(value)))
                .collect(Collectors.joining());
    }

    private static ValueSource values(DialogueResponse response) {
        JsonNode content = response.content();
        return name -> {
            if (name.equals(STATUS)) {
                return List.of(String.valueOf(response.status()));
            }
            ValuePath path = ValuePath.parse(name);
            return path == null ? List.of() : path.values(content);
        };
    }

    private List<FeedItem> items(byte[] body) {
        List<String> way = feed.parts().items();
        Optional<ObjectNode> read = way.isEmpty() ? UntrustedJson.list(body) : UntrustedJson.read(body);
        if (read.isEmpty()) {
            throw new FeedFailure(
                    FeedFailure.Kind.NOT_JSON,
                    way.isEmpty() ? "a JSON list is expected" : "a JSON object is expected",
                    null);
        }
        JsonNode list = read.get();
        for (String name : way.isEmpty() ? List.of("items") : way) {
            list = list.path(name);
        }
        if (list.isNull()) {
            return List.of();
        }
        if (!(list instanceof ArrayNode entries)) {
            throw new FeedFailure(FeedFailure.Kind.NO_LIST, "nothing is at " + String.join(".", way), null);
        }
        if (entries.size() > MOST_ITEMS) {
            throw new FeedFailure(FeedFailure.Kind.TOO_LARGE, "it has more than " + MOST_ITEMS + " items", null);
        }
        var items = new ArrayList<FeedItem>();
        entries.forEach(entry -> items.add(item(entry)));
        return items;
    }

    private FeedItem item(JsonNode entry) {
        Feed.Parts parts = feed.parts();
        String key = entry instanceof ObjectNode object ? feed.key(object).orElse(null) : null;
        Instant time = parts.time().values(entry).stream()
                .flatMap(text -> parts.timeUnit().read(text).stream())
                .findFirst()
                .orElse(null);
        String edition = edition(entry);
        String mark = key == null ? DigestUtils.sha256Hex(entry.toString()) : key + "\n" + edition;
        return new FeedItem(entry, id(channel + "\n" + mark), sourceKey(key, edition), time, attributes);
    }

    private static @Nullable String sourceKey(@Nullable String key, String edition) {
        return key == null ? null : SanitizedText.key(key + "@" + edition);
    }

    /** What is told apart from what the same item was before. */
    String edition(JsonNode entry) {
        Feed.Parts parts = feed.parts();
        List<ValuePath> paths = parts.edition().isEmpty() ? List.of(parts.time()) : parts.edition();
        var text = new StringBuilder();
        paths.forEach(path -> path.values(entry)
                .forEach(value -> text.append(value.length()).append(':').append(value)));
        return DigestUtils.sha256Hex(text.toString()).substring(0, EDITION_DIGITS);
    }

    private static String id(String mark) {
        return UUID.nameUUIDFromBytes(mark.getBytes(StandardCharsets.UTF_8)).toString();
    }
}

package io.redress.channel.feed;

import io.redress.channel.sender.RequestFilter;
import io.redress.delivery.dialogue.DialogueResponse;
import io.redress.mapping.json.ValuePath;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a feed says where its next page is.
 *
 * @param kind what a cursor is
 * @param at where it stands in the answer, or of {@link Kind#LAST} in the last item; null where it stands nowhere
 * @param firstPage of {@link Kind#PAGE}
 * @param more what the answer says when there is a next page; none: the cursor says it
 */
record NextPage(Kind kind, @Nullable ValuePath at, int firstPage, RequestFilter more) {

    /** What a cursor of a feed is. */
    enum Kind {
        /** A feed has one page. */
        NONE,
        /** A text that the answer gives. */
        CURSOR,
        /** An address that the answer gives. */
        URL,
        /** An address that header Link gives (RFC 8288). */
        LINK,
        /** A number that grows by one. */
        PAGE,
        /** The id or the time of the last item. */
        LAST
    }

    private static final Pattern LINK = Pattern.compile("<([^<>]{1,2000})>((?:\\s*;[^,<>]*)*)");
    private static final Pattern REL_NEXT =
            Pattern.compile("(?i);\\s*rel\\s*=\\s*(\"[^\"]*\\bnext\\b[^\"]*\"|next\\b)");

    static NextPage none() {
        return new NextPage(Kind.NONE, null, 1, RequestFilter.none());
    }

    boolean isAddress() {
        return kind == Kind.URL || kind == Kind.LINK;
    }

    /**
     * The cursor of the next page; empty where the answer gives none.
     *
     * @param items of this page
     * @param cursor of this page; empty on the first one
     * @param tooFar whether a text of an item must not become a cursor
     */
    String after(DialogueResponse response, List<FeedItem> items, String cursor, BiPredicate<FeedItem, String> tooFar) {
        return switch (kind) {
            case NONE -> "";
            case PAGE ->
                items.isEmpty() ? "" : String.valueOf((cursor.isEmpty() ? firstPage : Long.parseLong(cursor)) + 1);
            case LINK -> link(response.link());
            case LAST -> lastOf(items, Objects.requireNonNull(at), tooFar);
            default ->
                Objects.requireNonNull(at).values(response.content()).stream()
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse("");
        };
    }

    /** Of the last item that has it: one without must not keep the feed at its page. */
    private static String lastOf(List<FeedItem> items, ValuePath at, BiPredicate<FeedItem, String> tooFar) {
        for (int i = items.size() - 1; i >= 0; i--) {
            FeedItem item = items.get(i);
            Optional<String> value = item.value(at).filter(text -> !tooFar.test(item, text));
            if (value.isPresent()) {
                return value.get();
            }
        }
        return "";
    }

    private static String link(String header) {
        Matcher links = LINK.matcher(header);
        while (links.find()) {
            if (REL_NEXT.matcher(links.group(2)).find()) {
                return links.group(1);
            }
        }
        return "";
    }

    /**
     * An address that an answer gave, if it leads to the server that was asked: else the answer could have the hub ask any
     * server that it reaches, with the channel's token.
     *
     * @param asked the address that was asked
     * @param given absolute, or relative to it
     */
    static Optional<String> onSameServer(String asked, String given) {
        try {
            URI from = URI.create(asked);
            URI to = from.resolve(given);
            boolean same = Objects.equals(from.getScheme(), to.getScheme())
                    && Objects.equals(from.getRawAuthority(), to.getRawAuthority())
                    && to.getRawUserInfo() == null;
            return same ? Optional.of(to.toString()) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

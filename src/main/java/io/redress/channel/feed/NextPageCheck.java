package io.redress.channel.feed;

import io.redress.channel.ChannelSetting;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Whether the next page that an answer names may be requested, and so be kept: only on the server that was asked, and without a
 * secret of the channel.
 *
 * @param parts of the feed
 * @param settings of the channel, by name
 */
record NextPageCheck(Feed.Parts parts, Map<String, String> settings) {

    static FeedFailure refusal() {
        return new FeedFailure(
                FeedFailure.Kind.NEXT_PAGE_REFUSED, "it is on another server, or contains the channel's secret", null);
    }

    /**
     * A page, of which the next one is refused where it must not be kept.
     *
     * @param first address of the feed's first page
     */
    FeedPage checked(FeedPage page, String first) {
        boolean good = parts.next().isAddress()
                ? page.next().isEmpty() || address(first, page.next()).isPresent()
                : !namesSecret(page.next());
        return good ? page : page.withoutNext();
    }

    /**
     * The address of a page; empty where it is refused.
     *
     * @param first address of the feed's first page
     * @param given by an answer: absolute, or relative to the first one
     */
    Optional<String> address(String first, String given) {
        return NextPage.onSameServer(first, given).filter(url -> !namesSecret(url));
    }

    /** What stands in an address stands in logs, and this one in the database. */
    private boolean namesSecret(String text) {
        return parts.settings().values().stream()
                .filter(ChannelSetting::secret)
                .map(setting -> settings.getOrDefault(setting.name(), ""))
                .anyMatch(secret -> !secret.isEmpty()
                        && (text.contains(secret) || decoded(text).contains(secret)));
    }

    /** Signs that an address cannot have are written otherwise in it. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}

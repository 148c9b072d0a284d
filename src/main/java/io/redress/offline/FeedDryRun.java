package io.redress.offline;

import io.redress.channel.feed.Feed;
import io.redress.channel.feed.FeedAnswers;
import io.redress.channel.feed.FeedFailure;
import io.redress.channel.feed.FeedItem;
import io.redress.channel.feed.FeedNormalizer;
import io.redress.channel.feed.Feeds;
import io.redress.handoff.HandOff;
import io.redress.intake.RawMessage;
import io.redress.routes.file.ConnectedChannel;
import java.util.List;

/** Reads a page of a feed that was saved as the channel would. */
final class FeedDryRun {

    private final ConnectedChannel channel;
    private final Feed feed;

    FeedDryRun(TriedHub hub, ConnectedChannel channel) {
        this.channel = channel;
        this.feed = hub.bean(Feeds.class).get(channel.parameters().getOrDefault("feed", ""));
    }

    /**
     * What a page holds.
     *
     * @param note what else is to say of it
     */
    record Page(List<RawMessage> arrivals, String note) {}

    Page read(byte[] body, HandOff handOff) {
        List<FeedItem> items;
        try {
            items = new FeedAnswers(feed, channel.name(), channel.parameters().getOrDefault("mapping", "")).saved(body);
        } catch (FeedFailure e) {
            return new Page(List.of(), e.words());
        }
        List<FeedItem> kept =
                items.stream().filter(item -> !feed.isSilent(item)).toList();
        int silent = items.size() - kept.size();
        String note = silent == 0 ? "" : "; " + silent + " more are silent, and not kept";
        return new Page(
                kept.stream()
                        .map(item -> handOff.identified(
                                item.id(),
                                channel.name(),
                                FeedNormalizer.FORMAT,
                                item.original(),
                                item.attributes(),
                                item.sourceKey()))
                        .toList(),
                kept.isEmpty() ? "there is nothing on the page" + note : note);
    }
}

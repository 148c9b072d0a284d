package io.redress.channel.feed;

/**
 * One look at a feed, page by page.
 *
 * @param left how many pages may still be read
 * @param open whether there is a page to read now
 */
public record FeedPoll(FeedPosition position, int left, boolean open) {

    static FeedPoll of(FeedPosition position, int pages) {
        return new FeedPoll(position, pages, pages > 0);
    }

    FeedPoll closed() {
        return new FeedPoll(position, left, false);
    }
}

package io.redress.channel.feed;

import java.time.Instant;

/**
 * How far a feed was read.
 *
 * @param from parameter of the channel that {@code start} was made of
 * @param start items that were changed before it are never taken
 * @param since all that was changed before it was read
 * @param newest the latest change on the pages that were read since
 * @param passed what {@code newest} was when the present look began
 * @param cursor where the next page begins; empty at the first one
 * @param pages read since the first one
 * @param mark a cursor that came before; one that comes again leads in a circle
 */
public record FeedPosition(
        String channel,
        String from,
        Instant start,
        Instant since,
        Instant newest,
        Instant passed,
        String cursor,
        long pages,
        String mark) {

    /** A feed that was never read. */
    public static FeedPosition first(String channel, String from, Instant start) {
        return new FeedPosition(channel, from, start, start, start, start, "", 0, "");
    }

    /** Behind a page that is not the last one. The mark is moved at each power of two, so that every circle meets it. */
    FeedPosition behind(String next, Instant seen) {
        long read = pages + 1;
        return new FeedPosition(
                channel,
                from,
                start,
                since,
                later(newest, seen),
                passed,
                next,
                read,
                Long.bitCount(read) == 1 ? next : mark);
    }

    /** Behind the last page: the next look begins at {@code next}. */
    FeedPosition ended(String next, Instant seen) {
        Instant read = later(newest, seen);
        return new FeedPosition(channel, from, start, read, read, read, next, 0, "");
    }

    /**
     * As above, of a feed whose items can shift from page to page while they are read: after several pages only what the look
     * before saw is certain, and the rest is read once more.
     */
    FeedPosition endedUncertain(String next, Instant seen) {
        FeedPosition ended = ended(next, seen);
        return pages == 0
                ? ended
                : new FeedPosition(channel, from, start, later(since, passed), ended.newest, ended.newest, next, 0, "");
    }

    /** The same, at its first page. */
    FeedPosition atFirstPage() {
        return new FeedPosition(channel, from, start, since, newest, passed, "", 0, "");
    }

    /** From the first page on, without what was changed before {@code floor}. */
    FeedPosition again(Instant floor) {
        return new FeedPosition(channel, from, later(start, floor), since, since, since, "", 0, "");
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}

package io.redress.channel.feed;

import io.redress.channel.ChannelSetting;
import io.redress.channel.proof.ChannelSecrets;
import io.redress.delivery.dialogue.Dialogue;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a feed for one channel, page by page. The position is moved when a page's items are on the broker's disk, so that a crash
 * in between reads the page again, whose items become arrivals of the same ids.
 */
public final class FeedChannel {

    private static final Logger LOG = LoggerFactory.getLogger(FeedChannel.class);

    private final FeedResources resources;
    private final String feed;
    private final String channel;
    private final String mapping;
    private final FeedStart from;
    private final FeedProblems problems;

    /**
     * @param feed name of a file in {@code config/feeds}
     * @param channel whose settings are {@code <channel>.<name>}
     * @param mapping of the items; empty for the feed's own
     * @param from where a channel begins that has never read: {@code now}, {@code all}, a day, or a time with offset
     * @throws IllegalArgumentException when {@code from} is none of these
     */
    public FeedChannel(FeedResources resources, String feed, String channel, String mapping, String from) {
        this.resources = resources;
        this.feed = feed;
        this.channel = channel;
        this.mapping = mapping;
        this.from = FeedStart.of(from);
        this.problems = new FeedProblems(resources.problems(), channel, resources.clock());
    }

    /** Begins a look; one that is not open while the feed asks for a pause. */
    public FeedPoll begin() {
        FeedPosition position = resources
                .positions()
                .begin(channel, from.written(), from.at(resources.clock().instant()));
        FeedPoll poll = FeedPoll.of(position, resources.feeds().get(feed).pages());
        return problems.isResting() ? poll.closed() : poll;
    }

    /** The dialogue that reads the next page; its result is a {@link FeedPage}. It throws {@link FeedFailure}. */
    public Dialogue request(FeedPoll poll) {
        Feed now = resources.feeds().get(feed);
        var answers = new FeedAnswers(now, channel, mapping);
        Map<String, String> values = values(now);
        String first = now.request(poll.position().atFirstPage(), values).url();
        var check = new NextPageCheck(now.parts(), values);
        return Dialogue.ask(
                now.request(poll.position(), values),
                response -> Dialogue.ended(check.checked(
                        answers.page(
                                response,
                                poll.position().cursor(),
                                resources.clock().instant()),
                        Objects.requireNonNull(first))));
    }

    private Map<String, String> values(Feed now) {
        var values = new HashMap<String, String>();
        for (ChannelSetting setting : now.settings().values()) {
            String value = setting.value(resources.settings().get(channel + "." + setting.name()));
            if (value != null && setting.secret()) {
                value = ChannelSecrets.divided(value).stream().findFirst().orElse(null);
            }
            if (value != null) {
                values.put(setting.name(), value);
            }
        }
        return values;
    }

    /** What of a page was not handed off before, in its order. */
    public List<FeedItem> fresh(FeedPoll poll, FeedPage page) {
        Feed now = resources.feeds().get(feed);
        var items = new LinkedHashMap<String, FeedItem>();
        page.items().stream()
                .filter(item -> !item.isBefore(poll.position().start()) && !now.isSilent(item))
                .forEach(item -> items.putIfAbsent(item.id(), item));
        if (!items.isEmpty()) {
            Set<String> seen = resources.positions().seen(channel, items.keySet());
            items.keySet().removeAll(seen);
        }
        return List.copyOf(items.values());
    }

    /** The items of a page are handed off; gives the look at the next page. */
    public FeedPoll taken(FeedPoll poll, FeedPage page) {
        Feed now = resources.feeds().get(feed);
        FeedPosition before = poll.position();
        Instant newest = page.newest(before.newest(), resources.clock().instant());
        boolean last = !page.refused() && isLast(now, before, page);
        boolean loop = !last
                && !page.refused()
                && (page.next().equals(before.cursor()) || page.next().equals(before.mark()));
        FeedPosition after;
        if (page.refused()) {
            after = before; // the page comes again, until it gives another one
        } else if (loop) {
            after = now.beginsAnew() ? before.again(before.start()) : before.ended(before.cursor(), newest);
        } else if (last) {
            String cursor = page.next().isEmpty() ? before.cursor() : page.next();
            after = now.beginsAnew() && now.mayShift()
                    ? before.endedUncertain("", newest)
                    : before.ended(now.beginsAnew() ? "" : cursor, newest);
        } else {
            after = before.behind(page.next(), newest);
        }
        boolean counts = resources
                .positions()
                .moved(
                        after,
                        page.items().stream()
                                .filter(item -> !item.isBefore(before.start()))
                                .filter(item -> !now.isSilent(item)) // it may be said the next time
                                .map(FeedItem::id)
                                .distinct()
                                .toList());
        if (!counts) {
            LOG.info("Channel {}: another node polls the feed now, and reads this node's last page again", channel);
            return poll.closed();
        }
        if (page.refused()) {
            problems.failed(NextPageCheck.refusal());
            return new FeedPoll(after, poll.left() - 1, false);
        }
        problems.over();
        if (loop) {
            problems.loop();
        } else if (last) {
            problems.noLoop();
        }
        return new FeedPoll(after, poll.left() - 1, !last && !loop && poll.left() > 1);
    }

    private static boolean isLast(Feed now, FeedPosition before, FeedPage page) {
        boolean nothingNew = page.next().equals(before.cursor())
                && (page.items().isEmpty() || now.parts().next().kind() == NextPage.Kind.LAST);
        boolean old = now.parts().newestFirst() && page.isBefore(now.floor(before));
        return !page.more() || page.next().isEmpty() || nothingNew || old;
    }

    /**
     * A page could not be read or handed off: it comes again at a later look.
     *
     * @param poll null when it could not begin
     */
    public void failed(@Nullable FeedPoll poll, Throwable error) {
        if (poll != null && error instanceof FeedFailure failure && failure.kind() == FeedFailure.Kind.EXPIRED) {
            Instant floor = resources.feeds().get(feed).floor(poll.position());
            resources.positions().moved(poll.position().again(floor), List.of());
            LOG.warn(
                    "Channel {}: the feed's cursor has expired ({}); reading again from {}",
                    channel,
                    failure.getMessage(),
                    floor);
            return;
        }
        LOG.info(
                "Channel {}: the page could not be read or handed off: {}",
                channel,
                FeedProblems.of(error).getMessage());
        problems.failed(error);
    }
}

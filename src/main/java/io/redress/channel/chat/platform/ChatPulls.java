package io.redress.channel.chat.platform;

import io.redress.channel.ChannelProblem;
import io.redress.channel.ChannelProblems;
import io.redress.channel.chat.PullNotice;
import io.redress.channel.chat.ReceivedEvent;
import io.redress.channel.chat.platform.outbound.PulledPage;
import java.time.Duration;
import java.util.List;

/**
 * Fetches messages that platforms keep, page by page: the cursor is moved when a page's messages are on the broker's disk, so that
 * a crash in between fetches them again, under the same ids.
 */
public final class ChatPulls {

    private static final String ASPECT = "pull";
    private static final int FIRST_TOLD = 3;

    private final Platforms platforms;
    private final PullPositions positions;
    private final ChannelProblems problems;

    public ChatPulls(Platforms platforms, PullPositions positions, ChannelProblems problems) {
        this.platforms = platforms;
        this.positions = positions;
        this.problems = problems;
    }

    /** Notes that a platform keeps messages. */
    public void wanted(String channel, String platform, Duration quietTime, PullNotice notice) {
        positions.want(channel, platform, notice.account(), notice.noticeToken(), quietTime);
    }

    /** Claims accounts whose messages are to be fetched, each for one node at a time. */
    public List<ChatPull> claim(int limit) {
        return positions.claim(limit);
    }

    /** The arrivals on a page, in its order. */
    public List<ReceivedEvent> events(ChatPull pull, PulledPage page) {
        return new PlatformEvents(platforms.get(pull.platform()), pull.quietTime()).pulled(page);
    }

    /** The messages of a page are handed off. */
    public void handedOff(ChatPull pull, PulledPage page) {
        positions.moved(pull, page.cursor(), page.more());
        problems.over(pull.channel(), ASPECT);
    }

    /** A page could not be fetched or handed off: it is fetched again, after growing pauses. */
    public void failed(ChatPull pull, Throwable error) {
        positions.failed(pull);
        if (pull.tries() + 1 >= FIRST_TOLD) {
            problems.tell(
                    pull.channel(),
                    new ChannelProblem(
                            ASPECT,
                            "messages of customers cannot be fetched from the platform",
                            "Compare the channel's settings with the platform's console, and see whether its server can be reached",
                            error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage()));
        }
    }
}

package io.redress.channel.chat.platform;

import java.time.Duration;
import java.util.List;

/** How far the messages of each account were fetched; kept over restarts, and shared by all nodes. */
public interface PullPositions {

    /** There are messages. */
    void want(String channel, String platform, String account, String noticeToken, Duration quietTime);

    /** Claims up to {@code limit} accounts that have messages, or were not looked at for a while. */
    List<ChatPull> claim(int limit);

    /**
     * A page was taken.
     *
     * @param cursor where the next one begins
     * @param more whether there is one now
     */
    void moved(ChatPull pull, String cursor, boolean more);

    /** Nothing was taken: to be claimed again after a pause that grows. */
    void failed(ChatPull pull);
}

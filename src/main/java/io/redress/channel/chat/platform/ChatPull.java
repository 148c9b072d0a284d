package io.redress.channel.chat.platform;

import java.time.Duration;
import java.time.Instant;

/**
 * Messages of one account that its platform keeps, to be fetched.
 *
 * @param platform file of {@code config/platforms}
 * @param account of the shop; empty where the channel has one
 * @param cursor where the next page begins; empty at the beginning
 * @param noticeToken of the last notice; empty where there was none, or it holds no more
 * @param quietTime of the channel
 * @param claimedAt by the clock that notices are stamped by; what came before it is looked for now
 * @param tries how often it failed on end
 */
public record ChatPull(
        String channel,
        String platform,
        String account,
        String cursor,
        String noticeToken,
        Duration quietTime,
        Instant claimedAt,
        int tries) {}

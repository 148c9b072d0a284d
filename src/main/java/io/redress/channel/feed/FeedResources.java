package io.redress.channel.feed;

import io.redress.channel.ChannelProblems;
import io.redress.channel.chat.platform.ChannelSettings;
import java.time.Clock;

/** What all channels that read feeds share. */
public record FeedResources(
        Feeds feeds, ChannelSettings settings, FeedPositions positions, ChannelProblems problems, Clock clock) {}

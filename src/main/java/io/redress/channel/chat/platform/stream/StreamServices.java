package io.redress.channel.chat.platform.stream;

import io.redress.channel.ChannelProblems;
import io.redress.channel.chat.platform.ChannelSettings;
import io.redress.channel.chat.platform.Platforms;
import java.net.http.HttpClient;

/**
 * What all streams of the hub share.
 *
 * @param http it never follows redirects
 */
public record StreamServices(
        Platforms platforms,
        ChannelSettings settings,
        ChannelProblems problems,
        StreamListener listener,
        HttpClient http) {}

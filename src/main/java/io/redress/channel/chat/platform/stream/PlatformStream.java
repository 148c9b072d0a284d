package io.redress.channel.chat.platform.stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.channel.chat.ReceivedEvents;
import io.redress.channel.chat.WebhookOutcome;
import io.redress.channel.chat.WebhookResponse;
import io.redress.channel.chat.platform.ChannelSettings;
import io.redress.channel.chat.platform.ConnectedPlatform;
import io.redress.channel.chat.platform.Platform;
import io.redress.channel.chat.platform.PlatformEvents;
import io.redress.channel.chat.platform.Platforms;
import io.redress.channel.chat.platform.frame.FrameMessage;
import io.redress.channel.chat.platform.frame.FrameRule;
import io.redress.channel.chat.platform.frame.StreamRules;
import io.redress.configfile.InvalidConfiguration;
import io.redress.mapping.json.UntrustedJson;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The receiving end of a chat platform whose messages come through a connection that the hub opens. */
public final class PlatformStream {

    private static final int LARGEST = 16 << 20;

    private final ConnectedPlatform connected;
    private final String channel;
    private final Duration quietTime;
    private final int maxBytes;

    /**
     * The end for one channel.
     *
     * @param platform name of a file in {@code config/platforms}
     * @param channel whose settings are {@code <channel>.<name>}
     * @param quietTime after which silence of a customer the messages become a complaint
     * @param maxBytes the largest frame taken
     * @throws IllegalArgumentException when {@code maxBytes} cannot be used, or the platform has no stream
     * @throws InvalidConfiguration when there is no such platform
     */
    public PlatformStream(
            Platforms platforms,
            ChannelSettings settings,
            String platform,
            String channel,
            Duration quietTime,
            int maxBytes) {
        this(
                new ConnectedPlatform(platforms, settings, platform, channel, Clock.systemUTC()),
                channel,
                quietTime,
                maxBytes);
        rules(platforms.get(platform));
    }

    PlatformStream(ConnectedPlatform connected, String channel, Duration quietTime, int maxBytes) {
        if (maxBytes < 1 || maxBytes > LARGEST) {
            throw new IllegalArgumentException("maxBytes is " + maxBytes + ": write 1 to " + LARGEST);
        }
        this.connected = connected;
        this.channel = channel;
        this.quietTime = quietTime;
        this.maxBytes = maxBytes;
    }

    private static StreamRules rules(Platform platform) {
        StreamRules rules = platform.stream();
        if (rules == null) {
            throw new IllegalArgumentException(
                    "platform '" + platform.name() + "' does not send by stream: its file has no stream");
        }
        return rules;
    }

    /** Its channel's name. */
    public String channel() {
        return channel;
    }

    int maxBytes() {
        return maxBytes;
    }

    /**
     * How a connection is opened as file and settings are now; the same object as long as neither changes.
     *
     * @throws IllegalArgumentException when a setting cannot be used; the message does not repeat it
     * @throws InvalidConfiguration when there is no such platform any more
     */
    StreamAccess access() {
        ConnectedPlatform.Current now = connected.current();
        return new StreamAccess(now, rules(now.platform()), channel);
    }

    /**
     * Judges a frame.
     *
     * @throws IllegalArgumentException as {@link #access}
     * @throws InvalidConfiguration as {@link #access}
     */
    public StreamFrame read(String text) {
        Platform platform = connected.current().platform();
        Optional<ObjectNode> frame = UntrustedJson.read(text.getBytes(StandardCharsets.UTF_8));
        if (frame.isEmpty()) {
            return StreamFrame.unreadable("it is not a JSON object");
        }
        Optional<FrameRule> rule = rules(platform).rule(frame.get());
        return rule.isEmpty() ? StreamFrame.nothing(null) : read(platform, rule.get(), frame.get());
    }

    private StreamFrame read(Platform platform, FrameRule rule, ObjectNode frame) {
        String answer = rule.answer(frame);
        if (rule.renew()) {
            return new StreamFrame(StreamFrame.Kind.RENEW, List.of(), answer, "");
        }
        if (!rule.hasMessage()) {
            return StreamFrame.nothing(answer);
        }
        Optional<FrameMessage> message = rule.message(frame);
        if (message.isEmpty()) {
            return StreamFrame.unreadable("its message is not a JSON object");
        }
        WebhookOutcome outcome = new PlatformEvents(platform, quietTime)
                .of(message.get().body(), message.get().original());
        if (outcome instanceof ReceivedEvents received) {
            return new StreamFrame(StreamFrame.Kind.MESSAGES, received.events(), answer, "");
        }
        String refusal = outcome instanceof WebhookResponse response ? response.refusal() : "it contains no message";
        return refusal == null ? StreamFrame.nothing(answer) : StreamFrame.unreadable(refusal);
    }
}

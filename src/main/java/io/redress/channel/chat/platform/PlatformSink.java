package io.redress.channel.chat.platform;

import io.redress.channel.chat.platform.outbound.OutboundMessage;
import io.redress.configfile.InvalidConfiguration;
import io.redress.delivery.dialogue.Dialogue;
import io.redress.intake.MediaReference;
import io.redress.reply.ChatReply;
import io.redress.reply.ReplyDelayed;
import io.redress.reply.ReplyRefused;
import java.time.Clock;
import java.util.UUID;

/** Asks a chat platform for one channel: to take a message to a customer, to give the file of a message, or messages that it keeps. */
public final class PlatformSink {

    private final ConnectedPlatform connected;
    private final String channel;

    /**
     * The sink of one channel.
     *
     * @param platform name of a file in {@code config/platforms}
     * @param channel whose settings are {@code <channel>.<name>}
     */
    public PlatformSink(Platforms platforms, ChannelSettings settings, String platform, String channel) {
        this.connected = new ConnectedPlatform(platforms, settings, platform, channel, Clock.systemUTC());
        this.channel = channel;
    }

    /**
     * The dialogue for what is asked.
     *
     * @param request a {@link ChatReply}, whose result is a {@link io.redress.reply.SentMessage}; a {@link MediaReference}, whose bytes are the result; or a {@link ChatPull}, whose
     *     result is a {@link io.redress.channel.chat.platform.outbound.PulledPage}
     * @throws ReplyDelayed when the platform's file or a setting cannot be used now
     * @throws ReplyRefused when a reply can never be sent
     */
    public Dialogue begin(Object request) {
        ConnectedPlatform.Current now;
        try {
            now = connected.current();
        } catch (IllegalArgumentException | InvalidConfiguration e) {
            throw new ReplyDelayed("the channel's platform cannot be used: " + e.getMessage());
        }
        if (request instanceof ChatPull pull) {
            return now.client().pull(pull.account(), pull.cursor(), pull.noticeToken());
        }
        return request instanceof MediaReference media ? now.client().fetch(media) : send(now, (ChatReply) request);
    }

    private Dialogue send(ConnectedPlatform.Current now, ChatReply reply) {
        int colon = reply.handle().indexOf(':');
        String of = reply.handle().substring(0, Math.max(0, colon));
        if (!of.equals(channel) && !of.equals(now.platform().name())) {
            throw new ReplyRefused("the handle is not that of a customer of this channel");
        }
        String address = reply.handle().substring(colon + 1);
        int slash = now.platform().message().account() == null ? -1 : address.indexOf('/');
        return now.client()
                .send(new OutboundMessage(
                        reply.id(),
                        UUID.randomUUID().toString().replace("-", ""),
                        address.substring(0, Math.max(0, slash)),
                        address.substring(slash + 1),
                        reply.text(),
                        reply.asTemplate(),
                        reply.facts()));
    }
}

package io.redress.channel.chat.platform.window;

import io.redress.channel.ChannelSetting;
import io.redress.channel.chat.platform.ChannelSettings;
import io.redress.channel.chat.platform.Platform;
import io.redress.channel.chat.platform.Platforms;
import io.redress.reply.outgoing.ChatWindows;
import io.redress.reply.outgoing.MessageWork;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Whether a platform still takes messages to a customer, as its file says. */
public final class MessagingWindows implements ChatWindows {

    private final Platforms platforms;
    private final ChannelSettings settings;
    private final ChatContacts contacts;
    private final MessageWork sent;
    private final Clock clock;

    /** @param sent which messages went to whom */
    public MessagingWindows(
            Platforms platforms, ChannelSettings settings, ChatContacts contacts, MessageWork sent, Clock clock) {
        this.platforms = platforms;
        this.settings = settings;
        this.contacts = contacts;
        this.sent = sent;
        this.clock = clock;
    }

    @Override
    public Optional<String> closed(String handle) {
        return contacts.of(handle).flatMap(contact -> platform(contact).flatMap(platform -> platform.outbound()
                .window()
                .flatMap(window ->
                        window.closed(contact.heardAt(), sentSince(handle, contact.heardAt()), clock.instant()))));
    }

    private int sentSince(String handle, Instant heard) {
        return sent.countDone(MessageWork.ACKNOWLEDGEMENT, handle, heard)
                + sent.countDone(MessageWork.MESSAGE, handle, heard);
    }

    @Override
    public boolean hasTemplate(String channel, String handle) {
        return contacts.of(handle)
                .flatMap(this::platform)
                .filter(platform -> platform.outbound()
                        .templateSettings()
                        .filter(names -> names.stream().allMatch(name -> isSet(platform, channel, name)))
                        .isPresent())
                .isPresent();
    }

    private boolean isSet(Platform platform, String channel, String name) {
        ChannelSetting setting = platform.settings().get(name);
        String value = setting == null ? "" : settings.get(channel + "." + name);
        return setting == null || setting.defaultValue() != null || (value != null && !value.isBlank());
    }

    private Optional<Platform> platform(ChatContacts.Contact contact) {
        Map<String, Platform> all = platforms.all();
        return Optional.ofNullable(all.get(contact.platform()));
    }
}

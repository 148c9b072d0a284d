package io.redress.settings.channel;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a conversation in chat is over, prefix {@code redress.conversations}.
 *
 * @param tick between two looks for finished conversations
 * @param quietTimes over after so many quiet times since the first message, though the customer goes on
 * @param messages over with so many messages
 * @param lease after which another node hands off what a node claimed and did not finish
 */
@ConfigurationProperties("redress.conversations")
public record ConversationSettings(
        @DefaultValue("1s") Duration tick,
        @DefaultValue("10") int quietTimes,
        @DefaultValue("100") int messages,
        @DefaultValue("1m") Duration lease) {}

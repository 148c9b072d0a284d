package io.redress.configuration.channel;

import io.redress.channel.chat.ConversationNormalizer;
import io.redress.channel.chat.WebhookEventSplitter;
import io.redress.channel.chat.WebhookNormalizer;
import io.redress.channel.chat.wecom.WeComNormalizer;
import io.redress.encryption.DataEncryption;
import io.redress.ledger.chat.ConversationLimits;
import io.redress.ledger.chat.Conversations;
import io.redress.settings.channel.ConversationSettings;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The chat channels: how their messages are read, and where they wait for the customer to finish. */
@Configuration(proxyBeanMethods = false)
@Import({ConversationNormalizer.class, WebhookEventSplitter.class, WebhookNormalizer.class, WeComNormalizer.class})
class ChatBeans {

    @Bean
    Conversations conversations(
            JdbcClient jdbc, DataEncryption encryption, Clock clock, ConversationSettings settings) {
        var limits = new ConversationLimits(settings.quietTimes(), settings.messages(), settings.lease());
        return new Conversations(jdbc, limits, encryption, clock);
    }
}

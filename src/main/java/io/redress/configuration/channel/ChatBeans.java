package io.redress.configuration.channel;

import io.redress.channel.chat.ConversationNormalizer;
import io.redress.channel.chat.WebhookEventSplitter;
import io.redress.channel.chat.WebhookNormalizer;
import io.redress.channel.chat.wecom.WeComNormalizer;
import io.redress.encryption.DataEncryption;
import io.redress.language.LanguageGuess;
import io.redress.ledger.chat.ConversationLimits;
import io.redress.ledger.chat.Conversations;
import io.redress.mapping.Mappings;
import io.redress.settings.channel.ConversationSettings;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The chat channels: how their messages are read, and where they wait for the customer to finish. */
@Configuration(proxyBeanMethods = false)
class ChatBeans {

    @Bean
    WebhookNormalizer webhookNormalizer(Mappings mappings) {
        return new WebhookNormalizer(mappings::get, LanguageGuess::of);
    }

    @Bean
    WebhookEventSplitter webhookEventSplitter(Mappings mappings) {
        return new WebhookEventSplitter(mappings::get);
    }

    @Bean
    WeComNormalizer weComNormalizer() {
        return new WeComNormalizer();
    }

    @Bean
    ConversationNormalizer conversationNormalizer() {
        return new ConversationNormalizer(LanguageGuess::of);
    }

    @Bean
    Conversations conversations(
            JdbcClient jdbc, DataEncryption encryption, Clock clock, ConversationSettings settings) {
        var limits = new ConversationLimits(settings.quietTimes(), settings.messages(), settings.lease());
        return new Conversations(jdbc, limits, encryption, clock);
    }
}

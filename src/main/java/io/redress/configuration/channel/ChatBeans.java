package io.redress.configuration.channel;

import io.redress.channel.chat.ConversationNormalizer;
import io.redress.channel.chat.WebhookEventSplitter;
import io.redress.channel.chat.WebhookNormalizer;
import io.redress.channel.chat.wecom.WeComNormalizer;
import io.redress.channel.sender.Senders;
import io.redress.configfile.ReloadableRules;
import io.redress.encryption.DataEncryption;
import io.redress.ledger.chat.ConversationLimits;
import io.redress.ledger.chat.Conversations;
import io.redress.settings.HubProperties;
import io.redress.settings.channel.ConversationSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The chat channels: how their messages are read, and where they wait for the customer to finish. */
@Configuration(proxyBeanMethods = false)
@Import({ConversationNormalizer.class, WebhookEventSplitter.class, WebhookNormalizer.class, WeComNormalizer.class})
class ChatBeans {

    private static final String SENDERS = "senders";

    @Bean
    Senders senders(HubProperties hub) {
        return Senders.read(hub.configDir().resolve(SENDERS));
    }

    @Bean
    ReloadableRules<Senders> sendersInUse(Senders senders, HubProperties hub, Clock clock) {
        // connected senders hold the bean: it takes up what was read, rather than being replaced
        Function<Path, Senders> reload = config -> {
            senders.reload();
            return senders;
        };
        return ReloadableRules.of(SENDERS, hub.configDir(), reload, clock, SENDERS);
    }

    @Bean
    Conversations conversations(
            JdbcClient jdbc, DataEncryption encryption, Clock clock, ConversationSettings settings) {
        var limits = new ConversationLimits(settings.quietTimes(), settings.messages(), settings.lease());
        return new Conversations(jdbc, limits, encryption, clock);
    }
}

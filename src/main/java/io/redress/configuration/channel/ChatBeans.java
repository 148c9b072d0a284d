package io.redress.configuration.channel;

import io.redress.camel.reply.ReplyRoutes;
import io.redress.channel.ChannelProblems;
import io.redress.channel.chat.ConversationNormalizer;
import io.redress.channel.chat.WebhookEventSplitter;
import io.redress.channel.chat.WebhookNormalizer;
import io.redress.channel.chat.platform.ChannelSettings;
import io.redress.channel.chat.platform.ChatPulls;
import io.redress.channel.chat.platform.PlatformNormalizer;
import io.redress.channel.chat.platform.Platforms;
import io.redress.channel.chat.platform.stream.StreamListener;
import io.redress.channel.chat.platform.stream.StreamServices;
import io.redress.channel.chat.platform.window.MessagingWindows;
import io.redress.channel.sender.Senders;
import io.redress.configfile.ReloadableRules;
import io.redress.encryption.DataEncryption;
import io.redress.ledger.chat.ConversationLimits;
import io.redress.ledger.chat.Conversations;
import io.redress.ledger.chat.SqlChatContacts;
import io.redress.ledger.chat.SqlPullPositions;
import io.redress.ledger.intake.DeferredMedia;
import io.redress.reply.CustomerMessages;
import io.redress.reply.outgoing.ChatWindows;
import io.redress.reply.outgoing.CustomerReplies;
import io.redress.reply.outgoing.ReplyRules;
import io.redress.reply.outgoing.SmsPolicy;
import io.redress.settings.HubProperties;
import io.redress.settings.channel.ConversationSettings;
import io.redress.standing.OwnMessageIds;
import io.redress.status.StatusLinkStates;
import io.redress.status.StatusLinks;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/** The chat channels: how their messages are read, and where they wait for the customer to finish. */
@Configuration(proxyBeanMethods = false)
@Import({
    ChatPulls.class,
    ConversationNormalizer.class,
    DeferredMedia.class,
    MessagingWindows.class,
    ReplyRoutes.class,
    SqlChatContacts.class,
    SqlPullPositions.class,
    WebhookEventSplitter.class,
    WebhookNormalizer.class
})
class ChatBeans {

    private static final String SENDERS = "senders";
    private static final String PLATFORMS = "platforms";
    /** The format of messages that were taken in when WeCom was the only platform. */
    private static final String FORMER = "wecom";

    @Bean
    Senders senders(HubProperties hub) {
        return Senders.read(hub.configDir().resolve(SENDERS));
    }

    @Bean
    ReloadableRules<Senders> sendersInUse(Senders senders, HubProperties hub, Clock clock) {
        return ReloadableRules.inPlace(SENDERS, hub.configDir(), senders, Senders::reload, clock);
    }

    @Bean
    Platforms platforms(HubProperties hub) {
        return Platforms.read(Platforms.folder(hub.configDir()));
    }

    @Bean
    ReloadableRules<Platforms> platformsInUse(Platforms platforms, HubProperties hub, Clock clock) {
        return ReloadableRules.inPlace(PLATFORMS, hub.configDir(), platforms, Platforms::reload, clock);
    }

    @Bean
    ReloadableRules<ReplyRules> replyRules(HubProperties hub, Clock clock) {
        return ReloadableRules.of("replies", hub.configDir(), ReplyRules::read, clock, ReplyRules.FILE);
    }

    @Bean
    CustomerReplies customerReplies(
            CustomerMessages messages,
            StatusLinks links,
            StatusLinkStates states,
            OwnMessageIds ids,
            ChatWindows windows,
            ReloadableRules<ReplyRules> rules,
            SmsPolicy sms,
            Clock clock) {
        return new CustomerReplies(messages, links, states, ids, windows, rules, sms, clock);
    }

    @Bean
    ChannelSettings channelSettings(Environment environment) {
        return environment::getProperty;
    }

    /** Redirects are not followed: a connection leads where the platform's file allows. */
    @Bean
    StreamServices streamServices(
            Platforms platforms, ChannelSettings channelSettings, ChannelProblems problems, StreamListener listener) {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        return new StreamServices(platforms, channelSettings, problems, listener, http);
    }

    @Bean
    PlatformNormalizer platformNormalizer(Platforms platforms) {
        return new PlatformNormalizer(platforms);
    }

    @Bean
    PlatformNormalizer weComNormalizer(Platforms platforms) {
        return new PlatformNormalizer(platforms, FORMER, FORMER);
    }

    @Bean
    Conversations conversations(
            JdbcClient jdbc, DataEncryption encryption, Clock clock, ConversationSettings settings) {
        var limits = new ConversationLimits(settings.quietTimes(), settings.messages(), settings.lease());
        return new Conversations(jdbc, limits, encryption, clock);
    }

    /** Threads that fetch the files of chats. */
    @Bean(destroyMethod = "shutdown")
    ExecutorService mediaThreads() {
        var threads = new ThreadPoolExecutor(
                8, 8, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(), new CustomizableThreadFactory("media-"));
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }
}

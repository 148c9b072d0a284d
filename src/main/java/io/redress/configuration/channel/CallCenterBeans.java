package io.redress.configuration.channel;

import io.redress.camel.file.InboxPollStrategy;
import io.redress.camel.file.SftpFileErrorHandler;
import io.redress.camel.file.SftpInboxes;
import io.redress.camel.file.StableFileLockStrategy;
import io.redress.camel.file.StableRemoteFileLockStrategy;
import io.redress.channel.ChannelProblems;
import io.redress.channel.callcenter.CallFiles;
import io.redress.channel.callcenter.CallRowNormalizer;
import io.redress.channel.callcenter.inbox.InboxMonitor;
import io.redress.handoff.HandOff;
import io.redress.mapping.Mappings;
import io.redress.settings.HubProperties;
import java.nio.file.Files;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The mappings of {@code config/mappings}, and the channel that takes in call-centre files. */
@Configuration(proxyBeanMethods = false)
@Import({CallRowNormalizer.class, InboxPollStrategy.class, SftpFileErrorHandler.class, SftpInboxes.class})
class CallCenterBeans {

    @Bean
    Mappings mappings(HubProperties hub) {
        return Mappings.read(hub.configDir().resolve("mappings"));
    }

    @Bean
    CallFiles callFiles(Mappings mappings, HandOff handOff, ChannelProblems problems, HubProperties hub, Clock clock) {
        return new CallFiles(mappings, handOff, problems, hub.dataDir().resolve("work/call-files"), clock, hub.zone());
    }

    @Bean
    InboxMonitor inboxMonitor(ChannelProblems problems) {
        return new InboxMonitor(problems, Files::isReadable, Clock.systemUTC());
    }

    @Bean
    StableFileLockStrategy stableFileLockStrategy(InboxMonitor inboxMonitor) {
        return new StableFileLockStrategy(inboxMonitor, Clock.systemUTC());
    }

    @Bean
    StableRemoteFileLockStrategy stableRemoteFileLockStrategy(SftpInboxes servers) {
        return new StableRemoteFileLockStrategy(servers, Clock.systemUTC());
    }
}

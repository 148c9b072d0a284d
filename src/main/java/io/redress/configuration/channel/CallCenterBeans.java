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
import io.redress.handoff.IntakeBackPressure;
import io.redress.language.LanguageGuess;
import io.redress.mapping.Mappings;
import io.redress.settings.HubProperties;
import jakarta.jms.ConnectionFactory;
import java.nio.file.Files;
import java.time.Clock;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.spi.SpringTransactionPolicy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jms.connection.JmsTransactionManager;

/** The mappings of {@code config/mappings}, and the channel that takes in call-centre files. */
@Configuration(proxyBeanMethods = false)
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
    InboxPollStrategy inboxPollStrategy(
            IntakeBackPressure backPressure, InboxMonitor inboxMonitor, SftpInboxes servers, CallFiles files) {
        return new InboxPollStrategy(backPressure, inboxMonitor, servers, files);
    }

    @Bean
    StableFileLockStrategy stableFileLockStrategy(InboxMonitor inboxMonitor) {
        return new StableFileLockStrategy(inboxMonitor, Clock.systemUTC());
    }

    @Bean
    SftpInboxes sftpInboxes() {
        return new SftpInboxes();
    }

    @Bean
    StableRemoteFileLockStrategy stableRemoteFileLockStrategy(SftpInboxes servers) {
        return new StableRemoteFileLockStrategy(servers, Clock.systemUTC());
    }

    @Bean
    SftpFileErrorHandler sftpFileErrorHandler(CamelContext camel, InboxMonitor inboxMonitor) {
        return new SftpFileErrorHandler(camel, inboxMonitor);
    }

    @Bean
    CallRowNormalizer callRowNormalizer(Mappings mappings) {
        return new CallRowNormalizer(mappings, LanguageGuess::of);
    }

    /** Many sends in one transaction of the broker. Its manager is not a bean: the database's must stay the only one. */
    @Bean
    SpringTransactionPolicy jmsTransaction(ConnectionFactory connections) {
        return new SpringTransactionPolicy(new JmsTransactionManager(connections));
    }
}

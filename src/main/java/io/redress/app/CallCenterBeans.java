package io.redress.app;

import io.redress.channel.ChannelTroubles;
import io.redress.channel.callcenter.CallFiles;
import io.redress.channel.callcenter.CallRowNormalizer;
import io.redress.channel.callcenter.Inboxes;
import io.redress.handoff.HandOff;
import io.redress.handoff.IntakeGate;
import io.redress.language.LanguageGuess;
import io.redress.mapping.Mappings;
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
    CallFiles callFiles(Mappings mappings, HandOff handOff, ChannelTroubles troubles, HubProperties hub, Clock clock) {
        return new CallFiles(mappings, handOff, troubles, hub.dataDir().resolve("work/call-files"), clock, hub.zone());
    }

    @Bean
    Inboxes inboxes(ChannelTroubles troubles) {
        return new Inboxes(troubles, Files::isReadable, Clock.systemUTC());
    }

    @Bean
    InboxPolls inboxPolls(IntakeGate gate, Inboxes inboxes, ServerInboxes servers, CallFiles files) {
        return new InboxPolls(gate, inboxes, servers, files);
    }

    @Bean
    SettledFiles settledFiles(Inboxes inboxes) {
        return new SettledFiles(inboxes, Clock.systemUTC());
    }

    @Bean
    ServerInboxes serverInboxes() {
        return new ServerInboxes();
    }

    @Bean
    SettledRemoteFiles settledRemoteFiles(ServerInboxes servers) {
        return new SettledRemoteFiles(servers, Clock.systemUTC());
    }

    @Bean
    RefusedFiles refusedFiles(CamelContext camel, Inboxes inboxes) {
        return new RefusedFiles(camel, inboxes);
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

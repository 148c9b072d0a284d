package io.redress.app;

import io.redress.channel.callcenter.CallFiles;
import io.redress.channel.callcenter.CallRowNormalizer;
import io.redress.handoff.HandOff;
import io.redress.language.LanguageGuess;
import io.redress.mapping.Mappings;
import jakarta.jms.ConnectionFactory;
import java.time.Clock;
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
    CallFiles callFiles(Mappings mappings, HandOff handOff, HubProperties hub, Clock clock) {
        return new CallFiles(mappings, handOff, hub.dataDir().resolve("work/call-files"), clock, hub.zone());
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

package io.redress.configuration.ticket;

import io.redress.configfile.ReloadableRules;
import io.redress.delivery.dialogue.Dialogues;
import io.redress.delivery.mapping.TargetMappings;
import io.redress.delivery.news.ConfiguredStateMapping;
import io.redress.ledger.news.InboundUpdateService;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Systems downstream with which the hub holds dialogues, and whose news it reads. */
@Configuration(proxyBeanMethods = false)
class DownstreamSystemBeans {

    /** By the machine's clock: how long a system takes has nothing to do with the hub's. */
    @Bean
    Dialogues dialogues() {
        return new Dialogues(Clock.systemUTC());
    }

    @Bean
    ConfiguredStateMapping configuredStateMapping(ReloadableRules<TargetMappings> mappings) {
        return new ConfiguredStateMapping(name -> mappings.get().get(name).states());
    }

    @Bean
    InboundUpdateService inboundUpdateService(TransactionTemplate transaction, JdbcClient jdbc, Clock clock) {
        return new InboundUpdateService(transaction, jdbc, clock);
    }
}

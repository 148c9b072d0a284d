package io.redress.configuration.ticket;

import io.redress.camel.delivery.ConnectedTargets;
import io.redress.camel.delivery.DeliveryErrorHandling;
import io.redress.camel.delivery.NoRetryHttpClientConfigurer;
import io.redress.configfile.ReloadableRules;
import io.redress.delivery.BackOff;
import io.redress.delivery.attempt.DeliveryService;
import io.redress.delivery.attempt.DueDeliveries;
import io.redress.delivery.dialogue.Dialogues;
import io.redress.delivery.mapping.TargetMappings;
import io.redress.delivery.news.ConfiguredStateMapping;
import io.redress.ledger.delivery.DeliveryPlanner;
import io.redress.ledger.delivery.DeliveryQueries;
import io.redress.ledger.delivery.DeliveryReplay;
import io.redress.ledger.delivery.LedgerDeliveryTickets;
import io.redress.ledger.delivery.SqlDeliveries;
import io.redress.ledger.delivery.SqlTargetPauses;
import io.redress.ledger.news.InboundUpdateService;
import io.redress.settings.HubProperties;
import io.redress.settings.ticket.DeliverySettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** How tickets reach the systems downstream, and what these report back. */
@Configuration(proxyBeanMethods = false)
@Import({
    ConnectedTargets.class,
    DeliveryErrorHandling.class,
    DeliveryPlanner.class,
    DeliveryQueries.class,
    DeliveryReplay.class,
    DeliveryService.class,
    DueDeliveries.class,
    InboundUpdateService.class,
    LedgerDeliveryTickets.class,
    NoRetryHttpClientConfigurer.class,
    SqlDeliveries.class,
    SqlTargetPauses.class
})
class DeliveryBeans {

    @Bean
    ReloadableRules<TargetMappings> targetMappings(HubProperties hub, Clock clock) {
        Path folder = TargetMappings.folder(hub.configDir());
        return new ReloadableRules<>("mappings of targets", List.of(folder), () -> TargetMappings.read(folder), clock);
    }

    @Bean
    CamelContextConfiguration targetsAreHeardOf(ConnectedTargets targets) {
        return new CamelContextConfiguration() {
            @Override
            public void beforeApplicationStart(CamelContext camel) {
                camel.getManagementStrategy().addEventNotifier(targets);
            }

            @Override
            public void afterApplicationStart(CamelContext camel) {
                // the targets of edited files are heard of as well
            }
        };
    }

    @Bean
    BackOff backOff(DeliverySettings settings) {
        return new BackOff(settings.firstPause(), settings.longestPause(), () -> ThreadLocalRandom.current()
                .nextDouble());
    }

    /** By the machine's clock: how long a system takes has nothing to do with the hub's. */
    @Bean
    Dialogues dialogues() {
        return new Dialogues(Clock.systemUTC());
    }

    @Bean
    ConfiguredStateMapping configuredStateMapping(ReloadableRules<TargetMappings> mappings) {
        return new ConfiguredStateMapping(name -> mappings.get().get(name).states());
    }
}

package io.redress.configuration.ticket;

import io.redress.camel.delivery.ConnectedTargets;
import io.redress.camel.delivery.DeliveryErrorHandling;
import io.redress.camel.delivery.NoRetryHttpClientConfigurer;
import io.redress.configfile.ReloadableRules;
import io.redress.delivery.BackOff;
import io.redress.delivery.CircuitBreakers;
import io.redress.delivery.Targets;
import io.redress.delivery.attempt.Deliveries;
import io.redress.delivery.attempt.DeliveryService;
import io.redress.delivery.attempt.DueDeliveries;
import io.redress.delivery.attempt.TargetHolds;
import io.redress.delivery.mapping.TargetMappings;
import io.redress.due.Transactions;
import io.redress.ledger.delivery.DeliveryPlans;
import io.redress.ledger.delivery.DeliveryQueries;
import io.redress.ledger.delivery.DeliveryReplay;
import io.redress.ledger.delivery.LedgerDeliveryTickets;
import io.redress.ledger.delivery.SqlDeliveries;
import io.redress.ledger.delivery.SqlTargetHolds;
import io.redress.ledger.ticket.TicketQueries;
import io.redress.ledger.ticket.TicketRows;
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
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** How tickets reach the systems downstream. */
@Configuration(proxyBeanMethods = false)
class DeliveryBeans {

    @Bean
    ReloadableRules<TargetMappings> targetMappings(HubProperties hub, Clock clock) {
        Path folder = TargetMappings.folder(hub.configDir());
        return new ReloadableRules<>("mappings of targets", List.of(folder), () -> TargetMappings.read(folder), clock);
    }

    @Bean
    ConnectedTargets connectedTargets(ReloadableRules<TargetMappings> mappings) {
        return new ConnectedTargets(mappings);
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
    DeliveryErrorHandling deliveryErrorHandling() {
        return new DeliveryErrorHandling();
    }

    @Bean
    DeliveryPlans deliveryPlans(JdbcClient jdbc, Targets targets, Clock clock) {
        return new DeliveryPlans(jdbc, targets, clock);
    }

    @Bean
    NoRetryHttpClientConfigurer noRetryHttpClientConfigurer() {
        return new NoRetryHttpClientConfigurer();
    }

    @Bean
    Deliveries deliveries(JdbcClient jdbc, Clock clock) {
        return new SqlDeliveries(jdbc, clock);
    }

    @Bean
    SqlTargetHolds targetHolds(JdbcClient jdbc, Clock clock) {
        return new SqlTargetHolds(jdbc, clock);
    }

    @Bean
    DeliveryQueries deliveryQueries(JdbcClient jdbc, Clock clock) {
        return new DeliveryQueries(jdbc, clock);
    }

    @Bean
    DeliveryReplay deliveryReplay(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        return new DeliveryReplay(jdbc, transaction, clock);
    }

    @Bean
    DueDeliveries dueDeliveries(
            Targets targets, CircuitBreakers circuitBreakers, Deliveries deliveries, TargetHolds held, Clock clock) {
        return new DueDeliveries(targets, circuitBreakers, deliveries, held, clock);
    }

    @Bean
    DeliveryService deliveryService(
            Transactions transactions,
            Deliveries deliveries,
            TargetHolds targets,
            TicketQueries stored,
            TicketRows tickets,
            ReloadableRules<TargetMappings> mappings,
            DeliverySettings settings,
            Clock clock) {
        var backOff = new BackOff(settings.firstPause(), settings.longestPause(), () -> ThreadLocalRandom.current()
                .nextDouble());
        return new DeliveryService(
                transactions,
                deliveries,
                targets,
                new LedgerDeliveryTickets(stored, tickets),
                name -> mappings.get().get(name),
                DataIntegrityViolationException.class::isInstance,
                backOff,
                clock);
    }
}

package io.redress.configuration.ticket;

import io.redress.camel.event.SubscriberHttpClientConfigurer;
import io.redress.configfile.DeclaredNames;
import io.redress.encryption.AesGcm;
import io.redress.event.EventSender;
import io.redress.event.EventSubscriptions;
import io.redress.event.SubscriberAddresses;
import io.redress.event.SubscriptionMaker;
import io.redress.handoff.HubKey;
import io.redress.ledger.event.EventPlanner;
import io.redress.ledger.event.SqlEventDeliveries;
import io.redress.ledger.event.SqlEventSubscriptions;
import io.redress.ledger.event.SubscribedTypes;
import io.redress.settings.HubProperties;
import io.redress.settings.ticket.EventSettings;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Events for other systems. */
@Configuration(proxyBeanMethods = false)
@Import({EventPlanner.class, SubscribedTypes.class, SubscriberHttpClientConfigurer.class})
class EventBeans {

    private static final String PURPOSE = "events";

    @Bean
    SqlEventSubscriptions eventSubscriptions(JdbcClient jdbc, HubKey key, SubscribedTypes subscribed) {
        return new SqlEventSubscriptions(jdbc, new AesGcm(key.derive(PURPOSE)), subscribed);
    }

    @Bean
    SqlEventDeliveries eventDeliveries(JdbcClient jdbc, HubKey key, Clock clock) {
        return new SqlEventDeliveries(jdbc, new AesGcm(key.derive(PURPOSE)), clock);
    }

    @Bean
    SubscriberAddresses subscriberAddresses(EventSettings settings) {
        return new SubscriberAddresses(settings.allow(), settings.loopback());
    }

    @Bean
    SubscriptionMaker subscriptionMaker(
            EventSubscriptions subscriptions, SubscriberAddresses addresses, HubProperties hub, Clock clock) {
        return new SubscriptionMaker(subscriptions, addresses, () -> DeclaredNames.categories(hub.configDir()), clock);
    }

    @Bean
    EventSender eventSender(
            SqlEventDeliveries deliveries, EventSubscriptions subscriptions, HubProperties hub, Clock clock) {
        return new EventSender(
                deliveries,
                subscriptions,
                hub.publicAddress(),
                () -> ThreadLocalRandom.current().nextDouble(),
                clock);
    }
}

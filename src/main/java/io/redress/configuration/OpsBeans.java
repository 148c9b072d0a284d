package io.redress.configuration;

import io.redress.broker.monitoring.BrowsingQueueMonitor;
import io.redress.broker.monitoring.EmbeddedQueueMonitor;
import io.redress.broker.monitoring.KnownQueues;
import io.redress.broker.monitoring.OldestMessage;
import io.redress.broker.monitoring.QueueMonitor;
import io.redress.ledger.ticket.TicketList;
import io.redress.offline.Trials;
import io.redress.routes.file.RouteFiles;
import io.redress.settings.HealthSettings;
import io.redress.settings.HubProperties;
import jakarta.jms.ConnectionFactory;
import java.time.Clock;
import java.util.List;
import org.apache.activemq.broker.BrokerService;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.system.DiskSpaceHealthIndicator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.EnableScheduling;

/** What the operators' side is made of, besides the classes that Spring finds itself. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@Import(TicketList.class)
class OpsBeans {

    @Bean
    QueueMonitor queueMonitor(
            ConnectionFactory connections,
            ObjectProvider<BrokerService> embedded,
            ObjectProvider<KnownQueues> configured,
            Clock clock) {
        var oldest = new OldestMessage(connections, clock);
        var known = configured.getIfAvailable(() -> new KnownQueues(List.of()));
        BrokerService broker = embedded.getIfAvailable();
        return broker == null
                ? new BrowsingQueueMonitor(oldest, known)
                : new EmbeddedQueueMonitor(broker, oldest, known, clock);
    }

    @Bean
    Trials trials(ListableBeanFactory beans, RouteFiles files, Environment environment) {
        return new Trials(beans, files, environment);
    }

    /** In place of Spring Boot's, which looks at the working folder. */
    @Bean
    DiskSpaceHealthIndicator diskSpaceHealthIndicator(HubProperties hub, HealthSettings settings) {
        return new DiskSpaceHealthIndicator(hub.dataDir().toFile(), settings.leastFreeSpace());
    }

    @Bean
    @ConditionalOnProperty("redress.blob-dir")
    DiskSpaceHealthIndicator blobSpaceHealthIndicator(HubProperties hub, HealthSettings settings) {
        return new DiskSpaceHealthIndicator(hub.blobFolder().toFile(), settings.leastFreeSpace());
    }
}

package io.redress.configuration;

import io.redress.api.ticket.SearchSettings;
import io.redress.broker.monitoring.BrowsingQueueMonitor;
import io.redress.broker.monitoring.EmbeddedQueueMonitor;
import io.redress.broker.monitoring.KnownQueues;
import io.redress.broker.monitoring.OldestMessage;
import io.redress.broker.monitoring.QueueMonitor;
import io.redress.health.FilePermissionSettings;
import io.redress.health.IntakeSettings;
import io.redress.health.channel.OpsSettings;
import io.redress.health.target.TargetSettings;
import io.redress.ledger.ticket.TicketList;
import io.redress.security.ApiSettings;
import jakarta.jms.ConnectionFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.apache.activemq.broker.BrokerService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.system.DiskSpaceHealthIndicator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.support.TransactionTemplate;

/** What the operators' side is made of, besides the classes that Spring finds itself. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    ApiSettings.class,
    FilePermissionSettings.class,
    IntakeSettings.class,
    OpsSettings.class,
    SearchSettings.class,
    TargetSettings.class
})
@EnableScheduling
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
                : new EmbeddedQueueMonitor(broker, oldest, known);
    }

    @Bean
    TicketList ticketList(DataSource database, TransactionTemplate transaction, SearchSettings settings) {
        return new TicketList(database, transaction, settings.timeLimit());
    }

    /** In place of Spring Boot's, which looks at the working folder. */
    @Bean
    DiskSpaceHealthIndicator diskSpaceHealthIndicator(OpsSettings settings) {
        return new DiskSpaceHealthIndicator(settings.dataDir().toFile(), settings.leastFreeSpace());
    }

    @Bean
    @ConditionalOnProperty("redress.blob-dir")
    DiskSpaceHealthIndicator blobSpaceHealthIndicator(OpsSettings settings) {
        Path folder = Objects.requireNonNull(settings.blobDir());
        return new DiskSpaceHealthIndicator(folder.toFile(), settings.leastFreeSpace());
    }
}

package io.redress.configuration.privacy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.redress.broker.DeadLetterRetention;
import io.redress.broker.journal.JournalFiles;
import io.redress.broker.monitoring.KnownQueues;
import io.redress.configfile.ReloadableRules;
import io.redress.due.QueueNames;
import io.redress.handoff.BlobStore;
import io.redress.ledger.audit.AuditRetention;
import io.redress.ledger.history.RedactionRecords;
import io.redress.ledger.privacy.RetentionService;
import io.redress.ledger.privacy.RetentionTasks;
import io.redress.privacy.CallFolders;
import io.redress.privacy.FileRetention;
import io.redress.privacy.RetentionRules;
import io.redress.privacy.RetentionTask;
import io.redress.settings.HubProperties;
import jakarta.jms.ConnectionFactory;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.activemq.broker.BrokerService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is removed with age. */
@Configuration(proxyBeanMethods = false)
class RetentionBeans {

    @Bean
    ReloadableRules<RetentionRules> retentionRules(HubProperties hub, Clock clock) {
        return ReloadableRules.of("retention", hub.configDir(), RetentionRules::read, clock, "retention.yaml");
    }

    @Bean
    RetentionService retentionService(
            TransactionTemplate transaction,
            JdbcClient jdbc,
            ObjectMapper json,
            BlobStore blobs,
            CallFolders calls,
            ConnectionFactory connections,
            ObjectProvider<BrokerService> embedded,
            ObjectProvider<KnownQueues> known,
            ReloadableRules<RetentionRules> retentionRules,
            RedactionRecords records,
            AuditRetention auditRetention,
            ObjectProvider<MeterRegistry> meters,
            Clock clock) {
        List<RetentionTask> kinds = new ArrayList<>(RetentionTasks.ofLedger(jdbc, json, blobs, records, clock));
        kinds.add(auditRetention);
        kinds.add(new FileRetention(calls));
        kinds.add(new DeadLetterRetention(connections, failures(embedded, known)));
        return new RetentionService(
                transaction,
                jdbc,
                retentionRules,
                kinds,
                (kind, removed) ->
                        meters.ifAvailable(registry -> registry.counter("redress.retention.removed", "kind", kind)
                                .increment(removed)),
                clock);
    }

    private static Supplier<List<String>> failures(
            ObjectProvider<BrokerService> embedded, ObjectProvider<KnownQueues> known) {
        return () -> {
            BrokerService broker = embedded.getIfAvailable();
            Stream<String> names = broker == null
                    ? known.getObject().names().stream()
                            .flatMap(name -> QueueNames.isOfFailures(name)
                                    ? Stream.of(name)
                                    : Stream.of(name, QueueNames.DEAD_LETTERS + name))
                    : new JournalFiles(broker).filled().keySet().stream();
            return names.filter(QueueNames::isOfFailures).distinct().toList();
        };
    }
}

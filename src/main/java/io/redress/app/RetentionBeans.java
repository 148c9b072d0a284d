package io.redress.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.redress.broker.DeadLetterAging;
import io.redress.broker.JournalFiles;
import io.redress.config.Check;
import io.redress.config.ReloadableRules;
import io.redress.due.Queues;
import io.redress.handoff.BlobStore;
import io.redress.ledger.history.BlankingRecords;
import io.redress.ledger.privacy.Agings;
import io.redress.ledger.privacy.RetentionDesk;
import io.redress.ops.KnownQueues;
import io.redress.privacy.Aging;
import io.redress.privacy.CallFolders;
import io.redress.privacy.FileAging;
import io.redress.privacy.RetentionRules;
import jakarta.jms.ConnectionFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.activemq.broker.BrokerService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is removed with age. */
@Configuration(proxyBeanMethods = false)
class RetentionBeans {

    @Bean
    static Check retentionCheck(@Value("${redress.config-dir:config}") String configDir) {
        Path config = Path.of(configDir);
        List<Path> file = List.of(RetentionRules.file(config));
        return Check.of("retention", () -> Files.exists(file.get(0)) ? file : List.of(), () -> {
            RetentionRules.read(config);
            return List.of();
        });
    }

    @Bean
    ReloadableRules<RetentionRules> retentionRules(HubProperties hub, Clock clock) {
        Path config = hub.configDir();
        List<Path> file = List.of(RetentionRules.file(config));
        return new ReloadableRules<>("retention", file, () -> RetentionRules.read(config), clock);
    }

    @Bean
    RetentionDesk retentionDesk(
            TransactionTemplate transaction,
            JdbcClient jdbc,
            ObjectMapper json,
            BlobStore blobs,
            CallFolders calls,
            ConnectionFactory connections,
            ObjectProvider<BrokerService> embedded,
            ObjectProvider<KnownQueues> known,
            ReloadableRules<RetentionRules> retentionRules,
            BlankingRecords records,
            ObjectProvider<MeterRegistry> meters,
            Clock clock) {
        List<Aging> kinds = new ArrayList<>(Agings.ofLedger(jdbc, json, blobs, records, clock));
        kinds.add(new FileAging(calls));
        kinds.add(new DeadLetterAging(connections, failures(embedded, known)));
        return new RetentionDesk(
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
                            .flatMap(name -> Queues.isOfFailures(name)
                                    ? Stream.of(name)
                                    : Stream.of(name, Queues.DEAD_LETTERS + name))
                    : new JournalFiles(broker).filled().keySet().stream();
            return names.filter(Queues::isOfFailures).distinct().toList();
        };
    }
}

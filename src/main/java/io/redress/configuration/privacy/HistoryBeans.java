package io.redress.configuration.privacy;

import io.redress.due.DueWorkPlanner;
import io.redress.handoff.HubKey;
import io.redress.handoff.KeyedDigest;
import io.redress.history.HistoryHeadFiles;
import io.redress.history.HistoryHeadKey;
import io.redress.history.HistoryHeadStep;
import io.redress.history.RedactionProof;
import io.redress.ledger.history.HistoryVerification;
import io.redress.ledger.history.RedactionRecords;
import io.redress.ledger.history.SqlHistoryHeads;
import io.redress.settings.HistorySettings;
import io.redress.settings.HubProperties;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Sealed histories: daily heads and their verification. */
@Configuration(proxyBeanMethods = false)
class HistoryBeans {

    @Bean
    HistoryHeadKey historyHeadKey(HubKey key) {
        return HistoryHeadKey.of(key.derive("history-head"));
    }

    @Bean
    SqlHistoryHeads heads(TransactionTemplate transaction, DataSource database, HistoryHeadKey key, Clock clock) {
        return new SqlHistoryHeads(transaction, database, key, clock);
    }

    @Bean
    HistoryVerification historyVerification(
            PlatformTransactionManager transactions,
            DataSource database,
            SqlHistoryHeads heads,
            HistoryHeadKey key,
            RedactionProof proof) {
        return new HistoryVerification(transactions, database, heads, key, proof);
    }

    @Bean
    RedactionProof redactionProof(HubKey key) {
        return new RedactionProof(new KeyedDigest(key.derive("history-blanking")));
    }

    @Bean(initMethod = "adopt")
    RedactionRecords redactionRecords(TransactionTemplate transaction, JdbcClient jdbc, RedactionProof proof) {
        return new RedactionRecords(transaction, jdbc, proof);
    }

    @Bean
    HistoryHeadStep historyHeadStep(
            SqlHistoryHeads heads,
            HistoryHeadKey key,
            HistorySettings settings,
            HubProperties hub,
            DueWorkPlanner dueWorkPlanner,
            Clock clock) {
        return new HistoryHeadStep(
                heads, new HistoryHeadFiles(settings.headFolder(hub.dataDir()), key), dueWorkPlanner, clock);
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> headsArePlanned(HistoryHeadStep step) {
        return ready -> step.planAhead();
    }
}

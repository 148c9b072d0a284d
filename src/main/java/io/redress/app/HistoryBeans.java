package io.redress.app;

import io.redress.due.Agenda;
import io.redress.handoff.HubKey;
import io.redress.handoff.KeyedDigest;
import io.redress.history.BlankingProof;
import io.redress.history.HeadFiles;
import io.redress.history.HeadKey;
import io.redress.history.HeadStep;
import io.redress.ledger.history.BlankingRecords;
import io.redress.ledger.history.HistoryVerification;
import io.redress.ledger.history.SqlHeads;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Sealed histories: daily heads and their verification. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HistorySettings.class)
class HistoryBeans {

    @Bean
    HeadKey headKey(HubKey key) {
        return HeadKey.of(key.derive("history-head"));
    }

    @Bean
    SqlHeads heads(TransactionTemplate transaction, DataSource database, HeadKey key, Clock clock) {
        return new SqlHeads(transaction, database, key, clock);
    }

    @Bean
    HistoryVerification historyVerification(
            PlatformTransactionManager transactions,
            DataSource database,
            SqlHeads heads,
            HeadKey key,
            BlankingProof proof) {
        return new HistoryVerification(transactions, database, heads, key, proof);
    }

    @Bean
    BlankingProof blankingProof(HubKey key) {
        return new BlankingProof(new KeyedDigest(key.derive("history-blanking")));
    }

    @Bean(initMethod = "adopt")
    BlankingRecords blankingRecords(TransactionTemplate transaction, JdbcClient jdbc, BlankingProof proof) {
        return new BlankingRecords(transaction, jdbc, proof);
    }

    @Bean
    HeadStep headStep(
            SqlHeads heads, HeadKey key, HistorySettings settings, HubProperties hub, Agenda agenda, Clock clock) {
        return new HeadStep(heads, new HeadFiles(settings.headFolder(hub.dataDir()), key), agenda, clock);
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> headsArePlanned(HeadStep step) {
        return ready -> step.planAhead();
    }
}

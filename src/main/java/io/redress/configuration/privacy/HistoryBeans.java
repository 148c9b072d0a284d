package io.redress.configuration.privacy;

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
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Sealed histories: daily heads and their verification. */
@Configuration(proxyBeanMethods = false)
@Import({HistoryHeadStep.class, HistoryVerification.class, SqlHistoryHeads.class})
class HistoryBeans {

    @Bean
    HistoryHeadKey historyHeadKey(HubKey key) {
        return HistoryHeadKey.of(key.derive("history-head"));
    }

    @Bean
    HistoryHeadFiles historyHeadFiles(HistorySettings settings, HubProperties hub, HistoryHeadKey key) {
        return new HistoryHeadFiles(settings.headFolder(hub.dataDir()), key);
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
    ApplicationListener<ApplicationReadyEvent> headsArePlanned(HistoryHeadStep step) {
        return ready -> step.planAhead();
    }
}

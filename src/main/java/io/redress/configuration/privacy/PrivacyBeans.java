package io.redress.configuration.privacy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.access.HubUserName;
import io.redress.broker.JournalRollover;
import io.redress.broker.QueuePurge;
import io.redress.broker.journal.JournalFiles;
import io.redress.broker.monitoring.KnownQueues;
import io.redress.encryption.AesGcm;
import io.redress.handoff.HubKey;
import io.redress.ledger.privacy.Forgetting;
import io.redress.ledger.privacy.ForgettingParts;
import io.redress.ledger.privacy.ForgettingRows;
import io.redress.ledger.privacy.ForgettingService;
import io.redress.ledger.privacy.ForgottenNotification;
import io.redress.ledger.privacy.LegalHolds;
import io.redress.ledger.privacy.PersonExport;
import io.redress.ledger.privacy.PersonQueries;
import io.redress.ledger.privacy.PersonSearch;
import io.redress.ledger.privacy.QueueEraser;
import io.redress.privacy.CallFolders;
import io.redress.privacy.ForgottenList;
import io.redress.settings.HubProperties;
import io.redress.settings.PrivacySettings;
import jakarta.jms.ConnectionFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.activemq.broker.BrokerService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is kept of persons: found, forgotten, held. */
@Configuration(proxyBeanMethods = false)
@Import({
    ForgettingParts.class,
    ForgettingService.class,
    ForgottenNotification.class,
    LegalHolds.class,
    PersonExport.class,
    PersonQueries.class,
    PersonSearch.class
})
class PrivacyBeans {

    private static final String PURPOSE = "forgetting";

    @Bean
    CallFolders callFolders(HubProperties hub, PrivacySettings settings) {
        List<Path> inboxes = new ArrayList<>(settings.inboxes());
        inboxes.add(hub.dataDir().resolve("inbox"));
        return new CallFolders(inboxes, hub.dataDir().resolve("outbox"));
    }

    @Bean
    QueueEraser queueEraser(
            ConnectionFactory connections,
            ObjectMapper json,
            ObjectProvider<BrokerService> embedded,
            ObjectProvider<KnownQueues> known,
            HubProperties properties,
            HubUserName hub) {
        BrokerService broker = embedded.getIfAvailable();
        return new BrokerQueueEraser(
                new QueuePurge(connections, json, hub.value()),
                broker == null ? null : new JournalFiles(broker),
                new JournalRollover(
                        connections, properties.broker().journalFileSize().toBytes()),
                () -> known.getObject().names());
    }

    @Bean
    ForgettingRows forgettingRows(JdbcClient jdbc, ObjectMapper json, HubKey key) {
        return new ForgettingRows(jdbc, json, new AesGcm(key.derive(PURPOSE)));
    }

    @Bean
    Forgetting.Places forgettingPlaces(HubProperties hub, CallFolders calls) {
        return new Forgetting.Places(List.of(hub.dataDir(), hub.blobFolder()), calls);
    }

    @Bean(destroyMethod = "shutdownNow")
    ExecutorService forgettingThread() {
        return Executors.newSingleThreadExecutor(work -> new Thread(work, "forgetting"));
    }

    @Bean
    ForgottenList forgottenList(HubProperties hub, HubKey key) {
        return new ForgottenList(hub.dataDir().resolve("forgotten.log"), key.derive("forgotten-list"));
    }

    /** What a crash left half done goes on. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> forgettingGoesOn(ForgettingService service) {
        return ready -> service.begin();
    }
}

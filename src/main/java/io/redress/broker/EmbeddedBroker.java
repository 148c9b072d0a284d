package io.redress.broker;

import io.redress.access.BrokerUser;
import io.redress.broker.journal.EncryptedJournal;
import io.redress.due.QueueNames;
import io.redress.encryption.DataEncryption;
import io.redress.handoff.PrivateFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.broker.region.policy.IndividualDeadLetterStrategy;
import org.apache.activemq.broker.region.policy.PolicyEntry;
import org.apache.activemq.broker.region.policy.PolicyMap;
import org.apache.activemq.store.kahadb.KahaDBPersistenceAdapter;
import org.apache.activemq.store.kahadb.disk.journal.Journal;

/** An ActiveMQ broker inside the hub, which has a message on disk before it says that it has it. */
public final class EmbeddedBroker {

    /** By which the hub is known at its own broker; no user may have it. */
    public static final String HUB = "redress-hub";

    private static final long MIB = 1024L * 1024;

    private EmbeddedBroker() {}

    /** The address of a started broker for clients in its own process; each calls it on its own thread. */
    public static String inProcess(BrokerService broker) {
        return "vm://" + broker.getBrokerName()
                + "?create=false&waitForStart=10000&async=false&jms.connectResponseTimeout=30000";
    }

    /**
     * A broker that is yet to be started, and that nobody outside its process reaches; see {@link io.redress.broker.downstream.DownstreamPort}.
     *
     * @param storeLimit bytes of the data folder that the queues may take; senders wait, then are refused, above it
     * @param encryption of the bodies in the journal
     */
    public static BrokerService in(Path folder, long storeLimit, DataEncryption encryption) throws Exception {
        PrivateFiles.folder(folder);
        var broker = new BrokerService();
        // Brokers of one process are told apart by name: two hubs must not share one.
        broker.setBrokerName("redress-" + UUID.randomUUID());
        broker.setUseJmx(false);
        broker.setUseShutdownHook(false);
        broker.setAdvisorySupport(false);
        broker.setSchedulerSupport(false);
        broker.setDataDirectoryFile(folder.toFile());
        broker.setTmpDataDirectory(folder.resolve("tmp").toFile());
        broker.setPersistenceAdapter(store(folder, encryption));
        broker.setIoExceptionHandler(
                new JournalErrorHandler(() -> Runtime.getRuntime().halt(JournalErrorHandler.EXIT_CODE)));
        broker.setDestinationPolicy(policies());
        broker.getSystemUsage().getStoreUsage().setLimit(storeLimit);
        broker.getSystemUsage().getTempUsage().setLimit(64 * MIB);
        broker.getSystemUsage().getMemoryUsage().setLimit(128 * MIB);
        broker.getSystemUsage().setSendFailIfNoSpaceAfterTimeout(5_000);
        return broker;
    }

    private static KahaDBPersistenceAdapter store(Path folder, DataEncryption encryption) {
        var store = encryption.keys().isEmpty() ? new KahaDBPersistenceAdapter() : new EncryptedJournal(encryption);
        store.setDirectory(folder.toFile());
        store.setJournalDiskSyncStrategy(Journal.JournalDiskSyncStrategy.ALWAYS.name());
        // Concurrent dispatch would let a consumer take a message before it is stored; it also caps concurrent sends.
        store.setConcurrentStoreAndDispatchQueues(false);
        store.setCheckForCorruptJournalFiles(true);
        // Written out in full before they are used, the next one ahead of time. A write that a full disk refuses leaves
        // the end mark of the one before, behind which recovery reads nothing: what is written next is lost in a crash.
        store.setPreallocationStrategy(Journal.PreallocationStrategy.CHUNKED_ZEROS.name());
        store.setPreallocationScope(Journal.PreallocationScope.ENTIRE_JOURNAL_ASYNC.name());
        store.setIgnoreMissingJournalfiles(false);
        return store;
    }

    private static PolicyMap policies() {
        var deadLetters = new IndividualDeadLetterStrategy();
        deadLetters.setQueuePrefix(QueueNames.DEAD_LETTERS);
        deadLetters.setUseQueueForQueueMessages(true);
        var policy = new PolicyEntry();
        policy.setQueue(">");
        policy.setDeadLetterStrategy(deadLetters);
        // A group stays with its consumer for as long as that lives; the default map forgets groups when there are
        // many.
        policy.setMessageGroupMapFactoryType("bucket?bucketCount=1024");
        var policies = new PolicyMap();
        List<PolicyEntry> entries = new ArrayList<>(List.of(policy));
        for (String queue : BrokerUser.WRITABLE) {
            // What others send and do not commit must not fill the memory that all queues share.
            var fromOutside = new PolicyEntry();
            fromOutside.setQueue(queue);
            fromOutside.setDeadLetterStrategy(deadLetters);
            fromOutside.setMemoryLimit(16 * MIB);
            entries.add(fromOutside);
        }
        policies.setPolicyEntries(entries);
        return policies;
    }
}

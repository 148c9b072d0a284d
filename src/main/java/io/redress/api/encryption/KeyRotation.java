package io.redress.api.encryption;

import io.redress.broker.journal.EncryptedJournal;
import io.redress.encryption.DataEncryption;
import io.redress.encryption.EncryptionKey;
import io.redress.handoff.BlobReencryption;
import io.redress.ledger.encryption.EncryptionKeyRows;
import io.redress.ledger.encryption.RowReencryption;
import java.util.List;
import org.apache.activemq.broker.BrokerService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Stores anew, beside the hub's work, what is not stored as it would be now: with an older key, plain while there is a
 * key, encrypted while encryption is off. It may break off anywhere and be run again.
 */
@Component
class KeyRotation {

    private static final Logger LOG = LoggerFactory.getLogger(KeyRotation.class);

    private final DataEncryption encryption;
    private final EncryptionKeyRows used;
    private final RowReencryption rows;
    private final BlobReencryption blobs;
    private final ObjectProvider<BrokerService> broker;

    private String state = "none";
    private @Nullable String problem;
    private long originals;
    private long chatMessages;
    private long files;
    private long queueMessages;

    KeyRotation(
            DataEncryption encryption,
            EncryptionKeyRows used,
            RowReencryption rows,
            BlobReencryption blobs,
            ObjectProvider<BrokerService> broker) {
        this.encryption = encryption;
        this.used = used;
        this.rows = rows;
        this.blobs = blobs;
        this.broker = broker;
    }

    /** Whether there are keys to read or write by. */
    boolean isPossible() {
        return !encryption.keys().isEmpty();
    }

    /** Begins, unless it is running already. */
    synchronized void start() {
        if (!state.equals("running")) {
            state = "running";
            problem = null;
            var thread = new Thread(this::run, "key-rotation");
            thread.setDaemon(true);
            thread.start();
        }
    }

    synchronized RotationState state() {
        EncryptionKey current = encryption.current();
        List<String> needed = used.ids();
        List<String> unneeded = encryption.keys().stream()
                .map(EncryptionKey::id)
                .filter(id -> !needed.contains(id))
                .toList();
        return new RotationState(
                state,
                current == null ? null : current.id(),
                needed,
                unneeded,
                originals,
                chatMessages,
                files,
                queueMessages,
                problem);
    }

    private void run() {
        try {
            long rewrittenFiles = blobs.run();
            long rewrittenOriginals = rows.originals();
            long rewrittenMessages = rows.chatMessages();
            long rewrittenBodies = bodies();
            used.retireAllBut(encryption);
            synchronized (this) {
                files = rewrittenFiles;
                originals = rewrittenOriginals;
                chatMessages = rewrittenMessages;
                queueMessages = rewrittenBodies;
                state = "done";
            }
            LOG.info(
                    "Re-encrypted: {} files, {} originals, {} chat messages, {} queue messages",
                    rewrittenFiles,
                    rewrittenOriginals,
                    rewrittenMessages,
                    rewrittenBodies);
        } catch (Exception e) {
            LOG.error("Not everything could be re-encrypted; all keys are still needed", e);
            synchronized (this) {
                state = "failed";
                problem = String.valueOf(e.getMessage());
            }
        }
    }

    /** An external broker keeps its own journal. */
    private long bodies() throws Exception {
        BrokerService inside = broker.getIfAvailable();
        return inside != null && inside.getPersistenceAdapter() instanceof EncryptedJournal journal
                ? journal.rewrite()
                : 0;
    }
}

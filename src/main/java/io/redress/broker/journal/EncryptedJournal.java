package io.redress.broker.journal;

import io.redress.encryption.DataEncryption;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.activemq.command.ActiveMQQueue;
import org.apache.activemq.command.Message;
import org.apache.activemq.command.MessageAck;
import org.apache.activemq.command.TransactionId;
import org.apache.activemq.command.XATransactionId;
import org.apache.activemq.store.MessageStore;
import org.apache.activemq.store.TransactionRecoveryListener;
import org.apache.activemq.store.TransactionStore;
import org.apache.activemq.store.kahadb.KahaDBPersistenceAdapter;

/**
 * KahaDB with the bodies of the queues' messages encrypted. Clients, selectors and the broker's memory see them as they
 * are; the ids, queues, properties and times of messages stand in the journal as before. Topics are not encrypted: the hub
 * has none.
 */
public final class EncryptedJournal extends KahaDBPersistenceAdapter {

    private static final int MOST_ROUNDS = 10;

    private final BodyEncryption bodies;
    private final Map<ActiveMQQueue, EncryptedQueue> queues = new ConcurrentHashMap<>();

    public EncryptedJournal(DataEncryption encryption) {
        this.bodies = new BodyEncryption(encryption);
    }

    @Override
    public MessageStore createQueueMessageStore(ActiveMQQueue queue) throws IOException {
        var store = new EncryptedQueue(super.createQueueMessageStore(queue), bodies);
        queues.put(queue, store);
        return store;
    }

    @Override
    public void removeQueueMessageStore(ActiveMQQueue queue) {
        queues.remove(queue);
        super.removeQueueMessageStore(queue);
    }

    @Override
    public TransactionStore createTransactionStore() throws IOException {
        return new Transactions(super.createTransactionStore(), bodies);
    }

    /**
     * Writes anew what waits on the queues and is not written as it would be now.
     *
     * @return how many messages were written
     * @throws Exception when the journal cannot be read or written, or old messages are left after ten rounds
     */
    public long rewrite() throws Exception {
        long written = 0;
        for (var queue : queues.entrySet()) {
            long found = -1;
            for (int round = 0; found != 0; round++) {
                if (round == MOST_ROUNDS) {
                    throw new IOException(
                            "queue " + queue.getKey().getPhysicalName() + " moves too fast: run it again");
                }
                found = queue.getValue().rewrite();
                written += found;
            }
        }
        return written;
    }

    /** Messages of XA transactions that were prepared before a crash come back by here. */
    private record Transactions(TransactionStore to, BodyEncryption bodies) implements TransactionStore {

        @Override
        public void recover(TransactionRecoveryListener listener) throws IOException {
            to.recover((XATransactionId id, Message[] added, MessageAck[] acks) -> {
                for (Message message : added) {
                    bodies.decrypted(message);
                }
                listener.recover(id, added, acks);
            });
        }

        @Override
        public void prepare(TransactionId id) throws IOException {
            to.prepare(id);
        }

        @Override
        public void commit(TransactionId id, boolean prepared, Runnable before, Runnable after) throws IOException {
            to.commit(id, prepared, before, after);
        }

        @Override
        public void rollback(TransactionId id) throws IOException {
            to.rollback(id);
        }

        @Override
        public void start() throws Exception {
            to.start();
        }

        @Override
        public void stop() throws Exception {
            to.stop();
        }
    }
}

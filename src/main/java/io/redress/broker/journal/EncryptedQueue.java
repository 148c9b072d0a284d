package io.redress.broker.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.broker.ConnectionContext;
import org.apache.activemq.command.Message;
import org.apache.activemq.command.MessageId;
import org.apache.activemq.store.IndexListener;
import org.apache.activemq.store.ListenableFuture;
import org.apache.activemq.store.MessageRecoveryContext;
import org.apache.activemq.store.MessageRecoveryListener;
import org.apache.activemq.store.MessageStore;
import org.apache.activemq.store.ProxyMessageStore;
import org.jspecify.annotations.Nullable;

/** One queue's part of the journal, with encrypted bodies. */
final class EncryptedQueue extends ProxyMessageStore {

    /** Messages that are looked at between two pauses in which the queue goes on. */
    private static final int AT_ONCE = 200;

    private final BodyEncryption bodies;
    private final ThreadLocal<Message> underWay = new ThreadLocal<>();

    EncryptedQueue(MessageStore journal, BodyEncryption bodies) {
        super(journal);
        this.bodies = bodies;
    }

    @Override
    public void addMessage(ConnectionContext context, Message message) throws IOException {
        addMessage(context, message, false);
    }

    @Override
    public void addMessage(ConnectionContext context, Message message, boolean canOptimize) throws IOException {
        underWay.set(message);
        try {
            super.addMessage(context, bodies.encrypted(message), canOptimize);
        } finally {
            underWay.remove();
        }
    }

    @Override
    public ListenableFuture<Object> asyncAddQueueMessage(ConnectionContext context, Message message)
            throws IOException {
        return asyncAddQueueMessage(context, message, false);
    }

    @Override
    public ListenableFuture<Object> asyncAddQueueMessage(
            ConnectionContext context, Message message, boolean canOptimize) throws IOException {
        underWay.set(message);
        try {
            return super.asyncAddQueueMessage(context, bodies.encrypted(message), canOptimize);
        } finally {
            underWay.remove();
        }
    }

    /** The journal tells the queue of each message that it has, in their order; the queue delivers what it is told. */
    @Override
    public void registerIndexListener(IndexListener queue) {
        super.registerIndexListener(stored -> {
            Message sent = underWay.get();
            boolean same = sent != null && sent.getMessageId() == stored.message.getMessageId();
            var told = new IndexListener.MessageContext(
                    stored.context, same ? sent : bodies.decrypted(stored.message.copy()), stored.onCompletion);
            queue.onAdd(told);
            stored.duplicate = told.duplicate;
        });
    }

    @Override
    public void updateMessage(Message message) throws IOException {
        super.updateMessage(bodies.encrypted(message));
    }

    @Override
    public @Nullable Message getMessage(MessageId id) throws IOException {
        Message message = super.getMessage(id);
        return message == null ? null : bodies.decrypted(message);
    }

    @Override
    public void recover(MessageRecoveryListener listener) throws Exception {
        super.recover(new DecryptingListener(listener, bodies));
    }

    @Override
    public void recoverNextMessages(int most, MessageRecoveryListener listener) throws Exception {
        super.recoverNextMessages(most, new DecryptingListener(listener, bodies));
    }

    @Override
    public void recoverMessages(MessageRecoveryContext wanted) throws Exception {
        var context = new MessageRecoveryContext.Builder()
                .useDedicatedCursor(wanted.isUseDedicatedCursor())
                .maxMessageCountReturned(wanted.getMaxMessageCountReturned())
                .messageRecoveryListener(new DecryptingListener(wanted, bodies));
        if (wanted.getOffset() != null) {
            context.offset(wanted.getOffset());
        }
        if (wanted.getStartMessageId() != null) {
            context.startMessageId(wanted.getStartMessageId());
        }
        if (wanted.getEndMessageId() != null) {
            context.endMessageId(wanted.getEndMessageId());
        }
        super.recoverMessages(context.build());
    }

    /**
     * Writes the messages anew that do not lie there as they would now. What is consumed meanwhile moves the others forward,
     * so some may be passed over: the caller comes again until nothing is found.
     *
     * @return how many were written
     */
    long rewrite() throws Exception {
        long written = 0;
        long offset = 0;
        var page = new Page();
        do {
            page.clear();
            getDelegate()
                    .recoverMessages(new MessageRecoveryContext.Builder()
                            .useDedicatedCursor(true)
                            .offset(offset)
                            .maxMessageCountReturned(AT_ONCE)
                            .messageRecoveryListener(page)
                            .build());
            for (Message message : page.old) {
                updateMessage(bodies.decrypted(message));
                written++;
            }
            offset += page.seen;
        } while (page.seen > 0);
        return written;
    }

    /** The messages of a page that are to be written again. */
    private final class Page implements MessageRecoveryListener {
        private final List<Message> old = new ArrayList<>();
        private int seen;

        void clear() {
            old.clear();
            seen = 0;
        }

        @Override
        public boolean recoverMessage(Message message) {
            seen++;
            if (!bodies.isCurrent(message)) {
                old.add(message);
            }
            return true;
        }

        @Override
        public boolean recoverMessageReference(MessageId id) {
            return true;
        }

        @Override
        public boolean hasSpace() {
            return true;
        }

        @Override
        public boolean isDuplicate(MessageId id) {
            return false;
        }
    }
}

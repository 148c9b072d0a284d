package io.redress.broker.journal;

import org.apache.activemq.command.Message;
import org.apache.activemq.command.MessageId;
import org.apache.activemq.store.MessageRecoveryListener;

/** Hands on what comes from the journal, readable. */
record DecryptingListener(MessageRecoveryListener to, BodyEncryption bodies) implements MessageRecoveryListener {

    @Override
    public boolean recoverMessage(Message message) throws Exception {
        return to.recoverMessage(bodies.decrypted(message));
    }

    @Override
    public boolean recoverMessageReference(MessageId id) throws Exception {
        return to.recoverMessageReference(id);
    }

    @Override
    public boolean hasSpace() {
        return to.hasSpace();
    }

    @Override
    public boolean canRecoveryNextMessage() {
        return to.canRecoveryNextMessage();
    }

    @Override
    public boolean isDuplicate(MessageId id) {
        return to.isDuplicate(id);
    }
}

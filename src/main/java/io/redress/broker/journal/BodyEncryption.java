package io.redress.broker.journal;

import io.redress.encryption.DataEncryption;
import io.redress.encryption.DecryptionException;
import io.redress.encryption.EncryptionPurpose;
import java.util.Arrays;
import org.apache.activemq.command.Message;
import org.apache.activemq.util.ByteSequence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Encrypts the bodies of messages on their way to the journal and decrypts them on their way back. */
record BodyEncryption(DataEncryption encryption) {

    private static final Logger LOG = LoggerFactory.getLogger(BodyEncryption.class);

    /** What goes to the journal. The message itself, which is delivered from memory, keeps its body. */
    Message encrypted(Message message) {
        message.storeContentAndClear(); // as the journal does, so that the broker holds bytes, not both bytes and text
        Message copy = message.copy();
        // The store notes in the id where the message lies; the broker reads it from the message's own.
        copy.setMessageId(message.getMessageId());
        ByteSequence body = copy.getContent();
        if (body != null) {
            copy.setContent(bytes(encryption.encrypt(EncryptionPurpose.QUEUE_MESSAGE, name(message), bytes(body))));
        }
        return copy;
    }

    /**
     * A message as it came from the journal, made readable. One that was changed there, which its tag tells, goes on
     * without a text: its consumer refuses it, while the messages behind it go on. (Missing keys stop the hub's start.)
     */
    Message decrypted(Message message) {
        ByteSequence body = message.getContent();
        if (body != null) {
            byte[] stored = bytes(body);
            try {
                byte[] plain = encryption.decrypt(EncryptionPurpose.QUEUE_MESSAGE, name(message), stored);
                if (plain != stored) {
                    message.setContent(bytes(plain));
                }
            } catch (DecryptionException e) {
                LOG.error("A message of {} cannot be read: {}", message.getDestination(), e.getMessage());
            }
        }
        return message;
    }

    /** Whether a message as it lies in the journal need not be written again. */
    boolean isCurrent(Message message) {
        ByteSequence body = message.getContent();
        return body == null || encryption.isCurrent(bytes(body));
    }

    private static String name(Message message) {
        return message.getMessageId().toProducerKey();
    }

    private static ByteSequence bytes(byte[] bytes) {
        return new ByteSequence(bytes);
    }

    private static byte[] bytes(ByteSequence body) {
        return Arrays.copyOfRange(body.data, body.offset, body.offset + body.length);
    }
}

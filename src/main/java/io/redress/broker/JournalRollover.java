package io.redress.broker;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;

/**
 * Has a broker outside begin a new file of its journal, which no client can order: by messages without meaning that are as
 * big as a file together, and that are taken again at once. What is written afterwards lies in other files than what was
 * there before, so that the old ones can go (ActiveMQ: {@code journalMaxFileLength}, {@code cleanupInterval} of KahaDB).
 */
public final class JournalRollover {

    static final String QUEUE = "redress.filler";

    private static final int MESSAGE_BYTES = 1 << 20;
    private static final long PATIENCE_MILLIS = 500;

    private final ConnectionFactory connections;
    private final long fileBytes;

    /** @param fileBytes how big a file of the journal gets; 0: nothing is filled */
    public JournalRollover(ConnectionFactory connections, long fileBytes) {
        this.connections = connections;
        this.fileBytes = fileBytes;
    }

    /** Begins a new file. Messages that an earlier try left are taken, too. */
    public void fill() throws JMSException {
        if (fileBytes == 0) {
            return;
        }
        try (Connection connection = connections.createConnection()) {
            connection.start();
            try (Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
                Queue queue = session.createQueue(QUEUE);
                send(session, queue);
                try (MessageConsumer consumer = session.createConsumer(queue)) {
                    while (consumer.receive(PATIENCE_MILLIS) != null) {
                        // taken, which is all that was wanted
                    }
                }
            }
        }
    }

    private void send(Session session, Queue queue) throws JMSException {
        try (MessageProducer producer = session.createProducer(queue)) {
            producer.setDeliveryMode(DeliveryMode.PERSISTENT);
            for (long sent = 0; sent <= fileBytes; sent += MESSAGE_BYTES) {
                BytesMessage message = session.createBytesMessage();
                message.writeBytes(new byte[MESSAGE_BYTES]);
                producer.send(message);
            }
        }
    }
}

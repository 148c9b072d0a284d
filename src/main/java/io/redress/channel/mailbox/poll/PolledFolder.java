package io.redress.channel.mailbox.poll;

import io.redress.channel.mailbox.MailFolder;
import io.redress.channel.mailbox.MailFolders;
import jakarta.mail.MessagingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of a poll, over one connection after the other when they break. */
final class PolledFolder {

    private static final Logger LOG = LoggerFactory.getLogger(PolledFolder.class);

    private final MailFolders connection;
    private final String name;
    private MailFolder folder;
    private boolean proved;

    /** @param folder of that name, open by this connection */
    PolledFolder(MailFolders connection, String name, MailFolder folder) {
        this.connection = connection;
        this.name = name;
        this.folder = folder;
    }

    /** As it is open now, or was when the connection broke. */
    MailFolder now() {
        return folder;
    }

    /** Whether a mail came over the present connection. */
    boolean isProved() {
        return proved;
    }

    MailFolder.Body fetch(String uid, long stated, long most) throws MessagingException {
        MailFolder.Body body = folder.fetch(uid, stated, most);
        proved = true;
        return body;
    }

    /** Opens it over a new connection. */
    void reopen() throws MessagingException {
        long validity = folder.validity();
        connection.drop();
        folder = connection.open(name);
        if (folder.validity() != validity) {
            throw new MessagingException("the server has numbered the folder anew meanwhile");
        }
        proved = false;
    }

    void close() {
        try {
            folder.close();
        } catch (MessagingException e) {
            LOG.debug("a folder did not close in order", e);
            connection.drop();
        }
    }
}

package io.redress.channel.mailbox;

import jakarta.mail.MessagingException;

/** The folders of a mailbox, however its server is talked to. */
public interface MailFolders {

    /** Opens a folder for one poll. */
    MailFolder open(String folder) throws MessagingException;

    /** Ends the connection, if there is one; the next poll makes a new one. */
    void drop();

    /** Whether the server would tell of new mails by itself. */
    boolean tellsNews();
}

package io.redress.app;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import java.util.UUID;
import org.apache.camel.component.mail.MailEndpoint;
import org.apache.camel.component.mail.MailUidGenerator;
import org.eclipse.angus.mail.pop3.POP3Folder;

/**
 * Tells the mails of a mailbox apart by the server's own names. Camel's default is the Message-ID, by which it deletes the
 * wrong mail of a POP3 mailbox when two have the same one, and so loses a mail that was never handed off.
 */
public class MailboxUids implements MailUidGenerator {

    @Override
    public String generateUuid(MailEndpoint endpoint, Message mail) {
        try {
            String uid = null;
            if (mail.getFolder() instanceof POP3Folder pop3) {
                uid = pop3.getUID(mail);
            } else if (mail.getFolder() instanceof UIDFolder imap) {
                uid = Long.toString(imap.getUID(mail));
            }
            // A server without names: Camel then finds no mail to delete, which is better than another one.
            return uid == null ? UUID.randomUUID().toString() : uid;
        } catch (MessagingException e) {
            return UUID.randomUUID().toString();
        }
    }
}

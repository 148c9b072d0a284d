package io.redress.app;

import jakarta.mail.FetchProfile;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.WeakHashMap;
import org.apache.camel.component.mail.MailEndpoint;
import org.apache.camel.component.mail.MailUidGenerator;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.pop3.POP3Folder;

/**
 * Tells the mails of a mailbox apart by the server's own names. Camel's default is the Message-ID, by which it deletes the
 * wrong mail of a POP3 mailbox when two have the same one, and so loses a mail that was never handed off.
 *
 * <p>Camel asks about each mail of a poll by itself, first for this name and then for its flags: two waits for the server,
 * which for a distant one are most of what a mail takes. So what an IMAP server knows of the next ones is fetched with it.
 */
public class MailboxUids implements MailUidGenerator {

    /** Some forty bytes each. */
    private static final int AHEAD = 200;

    private static final FetchProfile NAMES_AND_FLAGS = new FetchProfile();

    static {
        NAMES_AND_FLAGS.add(UIDFolder.FetchProfileItem.UID);
        NAMES_AND_FLAGS.add(FetchProfile.Item.FLAGS);
    }

    /** Of each folder that is polled; the mails of a poll come in the order of their numbers. */
    private final Map<IMAPFolder, Fetched> fetched = Collections.synchronizedMap(new WeakHashMap<>());

    private record Fetched(int asked, int until) {}

    @Override
    public String generateUuid(MailEndpoint endpoint, Message mail) {
        try {
            String uid = null;
            if (mail.getFolder() instanceof POP3Folder pop3) {
                uid = pop3.getUID(mail);
            } else if (mail.getFolder() instanceof IMAPFolder imap) {
                fetchAhead(imap, mail.getMessageNumber());
                uid = Long.toString(imap.getUID(mail));
            }
            // A server without names: Camel then finds no mail to delete, which is better than another one.
            return uid == null ? UUID.randomUUID().toString() : uid;
        } catch (MessagingException e) {
            return UUID.randomUUID().toString();
        }
    }

    private void fetchAhead(IMAPFolder folder, int number) throws MessagingException {
        Fetched before = fetched.get(folder);
        int until = before == null || number <= before.asked ? 0 : before.until; // a lower number: a new poll
        if (number > until) {
            until = Math.min(number + AHEAD - 1, folder.getMessageCount());
            folder.fetch(folder.getMessages(number, until), NAMES_AND_FLAGS);
        }
        fetched.put(folder, new Fetched(number, until));
    }
}

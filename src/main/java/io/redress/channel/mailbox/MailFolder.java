package io.redress.channel.mailbox;

import jakarta.mail.MessagingException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A folder of a mailbox, open for one poll. Its mails go by the server's own names: UIDs (RFC 3501), or UIDLs (RFC 1939).
 * ChannelProblem of one mail and trouble of the connection are the same exception; after the latter the folder {@link #isOpen} no
 * more.
 */
public interface MailFolder {

    boolean isOpen();

    /** UIDVALIDITY; 0 where the protocol has none. */
    long validity();

    /** UIDNEXT; 0 when the server does not say. */
    long next() throws MessagingException;

    /** False when the server says by itself that no mark will stay. */
    boolean keepsMarks();

    /** The mails that nobody has seen, the first of the folder first; of a POP3 mailbox all. */
    List<String> waiting() throws MessagingException;

    /** Those of the mails that are in the folder, seen or not. */
    Set<String> present(Collection<String> uids) throws MessagingException;

    /**
     * Notes the sizes that the server states of these mails, in bytes, as far as it does.
     *
     * @throws MessagingException when the server cannot tell one; they can be fetched all the same
     */
    void sizes(List<String> uids, Map<String, Long> stated) throws MessagingException;

    /**
     * Asks for mails; {@link #fetch} then reads one after the other as they come. What is not fetched before anything else
     * is done with the folder is read and dropped.
     *
     * @param stated their sizes by UID, in the order in which they will be fetched
     * @param most as {@link #fetch} will say
     */
    void ask(Map<String, Long> stated, long most) throws MessagingException;

    /**
     * Fetches a mail without marking it.
     *
     * @param stated its size; 0 when the server stated none
     * @param most bytes; what is beyond them is left out
     * @throws TruncatedMailException when its body did not come whole
     */
    Body fetch(String uid, long stated, long most) throws MessagingException;

    /**
     * Marks, moves or deletes mails that were taken, as the channel's file says.
     *
     * @param keep whether they must not be deleted
     * @throws MessagingException when the server did not do it to all of them
     */
    void settle(Collection<String> uids, boolean keep) throws MessagingException;

    /** Ends the poll; what was deleted is then gone. */
    void close() throws MessagingException;

    /**
     * @param cut whether the mail has more bytes than were wanted
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
    record Body(byte[] bytes, boolean cut) {}
}

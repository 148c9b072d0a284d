package io.redress.channel.mailbox;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the hub remembers of the mails of one folder: which it has taken, which it could not fetch. Every change is durable
 * when its method returns. While it is open, no other node polls the folder.
 */
public interface MailRegister extends AutoCloseable {

    /**
     * Compares the folder's numbering with the one that is known. When the server has numbered anew, nothing is known of the
     * mails any more, and what had been set aside ends in the ledger.
     *
     * @param validity UIDVALIDITY; 0 where the protocol has none
     * @param next the number of the folder's next mail, UIDNEXT; 0 when the server does not say
     * @return false when it is another numbering than before
     */
    boolean sameNumbering(long validity, long next);

    /** Those of the mails that were taken, or could not be fetched. */
    Set<String> known(Collection<String> uids);

    /**
     * These mails are handed off.
     *
     * @param settled whether nothing more is to be done with them in the mailbox
     * @param keep whether they must not be deleted, since the hub did not take all of them
     */
    void taken(Collection<String> uids, boolean settled, boolean keep);

    /** Mails that were taken and are still to be marked, moved or deleted; those that must be kept, or the others. */
    List<String> unsettled(boolean keep, int most);

    /** Nothing more is to be done with these mails in the mailbox. */
    void settled(Collection<String> uids);

    /** The mails whose next try is due, the first of the folder first. */
    List<UnfetchedMail> due();

    /** One more try failed; the mail is not in the ledger yet. */
    void failed(String uid, int tries, Instant nextTry, String why);

    /**
     * Writes a mail that cannot be fetched into the ledger, or what is new about it.
     *
     * @param why what went wrong
     * @param reason the item's: what, where, why, and what to do
     */
    void setAside(
            UnfetchedMail mail, Instant nextTry, String why, String reason, UnfetchedMail.Item item, String address);

    /** Whether the ledger still waits for the mail of this item. */
    boolean isAwaited(UnfetchedMail.Item item);

    /** These are in the mailbox no more; an item that waits for one ends with the reason. */
    void gone(Collection<UnfetchedMail> mails, String reason);

    /** How many mails are set aside, and the first of them. */
    SetAside setAside();

    /**
     * Forgets mails that were taken before a time and that are not in the mailbox any more, or are marked there.
     *
     * @param waiting those that the mailbox still shows as new
     */
    void prune(Collection<String> waiting, Instant before);

    /** Lets other nodes poll the folder. */
    @Override
    void close();

    /**
     * @param oldest null when there is none
     * @param why what the server said of the oldest
     */
    record SetAside(
            int count, @Nullable String oldest, @Nullable String why) {}
}

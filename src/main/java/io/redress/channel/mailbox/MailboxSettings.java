package io.redress.channel.mailbox;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a channel's file says of its mailbox.
 *
 * @param protocol {@code imaps}, {@code imap}, {@code pop3s} or {@code pop3}
 * @param address the mailbox's own address
 * @param moveTo the folder for mails that were taken; null when they stay
 * @param mark whether mails that were taken are marked as seen
 * @param batch how many mails one poll takes at most
 * @param maxSize bytes; of a bigger mail only this much is taken
 * @param tries after so many failed ones a mail is set aside
 * @param mailTimeLimit what connecting, or fetching one mail, may take at most
 * @param several whether the channel polls other folders, too
 * @param told what else goes with each mail to its normalizer: attributes of {@link FetchedMail}
 */
public record MailboxSettings(
        MailboxFolderId place,
        String protocol,
        String host,
        int port,
        String address,
        @Nullable String moveTo,
        boolean delete,
        boolean mark,
        int batch,
        long maxSize,
        int tries,
        Duration mailTimeLimit,
        Map<String, String> told,
        boolean several) {

    /** The aspect of a trouble that this folder alone can have. */
    public String aspect(String trouble) {
        return several ? trouble + " of " + place.folder() : trouble;
    }

    public boolean isPop3() {
        return protocol.startsWith("pop3");
    }

    /** Whether a mail that was taken stays as it is. */
    public boolean leavesAsIs(boolean keep) {
        return isPop3() ? !delete || keep : !mark && moveTo == null && (!delete || keep);
    }

    /**
     * What goes with a mail to its normalizer.
     *
     * @param cut whether the mail is bigger than what is taken of it
     */
    public Map<String, String> attributes(boolean cut) {
        var attributes = new TreeMap<>(Map.of("address", address));
        attributes.putAll(told);
        if (cut) {
            attributes.put(
                    FetchedMail.INCOMPLETE,
                    "the mail is bigger than " + maxSize + " bytes; all of it is in the mailbox");
        }
        return attributes;
    }

    /** As the reader of a log or of a health page knows a mail. */
    public String name(String uid) {
        return (isPop3() ? "UIDL " : "UID ") + uid + " in folder " + place.folder() + " of " + place.account();
    }
}

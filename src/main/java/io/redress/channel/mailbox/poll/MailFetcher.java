package io.redress.channel.mailbox.poll;

import io.redress.channel.mailbox.FetchedMail;
import io.redress.channel.mailbox.MailFolder;
import io.redress.channel.mailbox.MailRegister;
import io.redress.channel.mailbox.MailboxProblems;
import io.redress.channel.mailbox.MailboxSettings;
import io.redress.channel.mailbox.UnfetchedMail;
import jakarta.mail.MessagingException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches the mails of one poll, several asked for ahead where the server lets it. A mail that does not come this way is
 * asked for by itself, and only then counts as one that cannot be fetched; a connection that breaks is made anew.
 */
final class MailFetcher {

    private static final Logger LOG = LoggerFactory.getLogger(MailFetcher.class);

    /** So many failures in a row are the server's trouble and not the mails'; the rest waits for the next poll. */
    private static final int IN_A_ROW = 3;

    private final MailboxSettings settings;
    private final PolledFolder folder;
    private final MailRegister register;
    private final UnfetchedMails missed;
    private final Set<String> troublesome;
    private final FetchGroups groups;
    private final Runnable beforeReopening;
    private final Map<String, Long> stated = new HashMap<>();
    private int failures;
    private int fetched;
    private long bytes; // of the present group

    /**
     * @param troublesome mails that made trouble before; those that do now are added
     * @param beforeReopening done before a new connection is waited for
     */
    MailFetcher(
            MailboxSettings settings,
            PolledFolder folder,
            MailRegister register,
            UnfetchedMails missed,
            Set<String> troublesome,
            FetchGroups groups,
            Runnable beforeReopening) {
        this.settings = settings;
        this.folder = folder;
        this.register = register;
        this.missed = missed;
        this.troublesome = troublesome;
        this.groups = groups;
        this.beforeReopening = beforeReopening;
    }

    boolean isAtItsEnd() {
        return failures >= IN_A_ROW;
    }

    /** A server that cannot tell the size of one mail gives none: then no mail is measured by it. */
    void expect(List<UnfetchedMail> mails) throws MessagingException {
        try {
            folder.now().sizes(mails.stream().map(UnfetchedMail::uid).toList(), stated);
        } catch (MessagingException e) {
            reopenIfClosed();
        }
    }

    /** Those of the mails, at least one, that should be fetched next: together, if a connection has proved good before. */
    List<UnfetchedMail> next(List<UnfetchedMail> mails) {
        return groups.next(
                mails,
                mail -> Math.min(size(mail), settings.maxSize()),
                mail -> !folder.isProved() || mail.tries() > 0 || troublesome.contains(mail.uid()));
    }

    /**
     * Fetches mails.
     *
     * @param goOn asked before each
     * @param came gets those that came, by their place in the list, also when an exception ends this
     * @return how many were dealt with; the others were not asked for, or not read
     * @throws MessagingException when the server cannot be talked to
     */
    int fetch(List<UnfetchedMail> mails, BooleanSupplier goOn, SortedMap<Integer, FetchedMail> came)
            throws MessagingException {
        bytes = 0;
        int dealt = mails.size() == 1 ? 1 : together(mails, goOn, came);
        boolean fell = came.size() < dealt;
        long bytes =
                came.values().stream().mapToLong(mail -> mail.bytes().length).sum();
        for (int i = 0; i < dealt && !isAtItsEnd() && goOn.getAsBoolean(); i++) {
            if (!came.containsKey(i)) {
                if (bytes > FetchGroups.MOST_BYTES) {
                    came.tailMap(i).clear(); // with those that follow in the next group
                    return i;
                }
                alone(mails.get(i), i, came);
            }
        }
        if (mails.size() > 1 && fell && came.size() == dealt) {
            groups.rest("its server did not answer several questions at once");
        }
        return dealt;
    }

    private int together(List<UnfetchedMail> mails, BooleanSupplier goOn, SortedMap<Integer, FetchedMail> came) {
        Map<String, Long> sizes = new LinkedHashMap<>();
        mails.forEach(mail -> sizes.put(mail.uid(), size(mail)));
        try {
            folder.now().ask(sizes, settings.maxSize());
        } catch (MessagingException e) {
            LOG.debug("several mails could not be asked for at once", e);
            return mails.size();
        }
        for (int i = 0; i < mails.size(); i++) {
            if (!goOn.getAsBoolean()) {
                return i;
            }
            try {
                came.put(i, fetched(mails.get(i)));
            } catch (MessagingException e) {
                LOG.debug("a mail did not come together with others", e);
            }
            if (bytes > 2 * FetchGroups.MOST_BYTES) { // some servers estimate sizes
                groups.rest("mails are much bigger than its server states");
                return i + 1;
            }
        }
        return mails.size();
    }

    private void alone(UnfetchedMail mail, int place, SortedMap<Integer, FetchedMail> came) throws MessagingException {
        try {
            came.put(place, !folder.isProved() || mail.tries() > 0 ? fetched(mail) : fetchedAfterOthers(mail));
        } catch (MessagingException e) {
            failed(mail, e);
        }
    }

    /** Some servers end a connection after a while: that is no fault of the mail whose turn it is then. */
    private FetchedMail fetchedAfterOthers(UnfetchedMail mail) throws MessagingException {
        try {
            return fetched(mail);
        } catch (MessagingException e) {
            if (folder.now().isOpen()) {
                throw e;
            }
            reopenIfClosed();
            return fetched(mail);
        }
    }

    private FetchedMail fetched(UnfetchedMail mail) throws MessagingException {
        MailFolder.Body body = folder.fetch(mail.uid(), size(mail), settings.maxSize());
        fetched++;
        bytes += body.bytes().length;
        failures = 0;
        return new FetchedMail(mail.uid(), body.bytes(), settings.attributes(body.cut()), mail.item());
    }

    private void reopenIfClosed() throws MessagingException {
        if (!folder.now().isOpen()) {
            beforeReopening.run();
            folder.reopen();
        }
    }

    /** It is the mail's fault if the server can be talked to afterwards, or could not be twice after this mail. */
    private void failed(UnfetchedMail mail, MessagingException e) throws MessagingException {
        LOG.info("{} could not be fetched: {}", settings.name(mail.uid()), MailboxProblems.words(e));
        boolean before = !troublesome.add(mail.uid());
        try {
            reopenIfClosed();
        } catch (MessagingException away) {
            if (before) {
                missed.failed(register, mail, MailboxProblems.all(e));
            }
            throw away;
        }
        missed.failed(register, mail, MailboxProblems.all(e));
        failures++;
        if (isAtItsEnd() && fetched == 0 && mail.tries() == 0) {
            throw e;
        }
    }

    private long size(UnfetchedMail mail) {
        return stated.getOrDefault(mail.uid(), 0L);
    }
}

package io.redress.channel.mailbox;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The mails of one poll, one after the other: fetched, handed off, written down, marked, in this order. */
final class MailboxBatch {

    private static final Logger LOG = LoggerFactory.getLogger(MailboxBatch.class);

    /** So many are marked by one command. A crash before it brings as many again, which the ledger calls duplicates. */
    private static final int GROUP = 20;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    /** So many failures in a row are the server's trouble and not the mails'; the rest waits for the next poll. */
    private static final int IN_A_ROW = 3;

    private final MailboxSettings settings;
    private final MailboxConnection connection;
    private final MailRegister register;
    private final ProcessedMailMarker processedMailMarker;
    private final UnfetchedMails missed;
    private final Set<String> troublesome;
    private final List<FetchedMail> group = new ArrayList<>();
    private MailFolder folder;
    private long groupSince;
    private int taken;
    private int failures;
    private int given;

    MailboxBatch(
            MailboxSettings settings,
            MailboxConnection connection,
            MailFolder folder,
            MailRegister register,
            ProcessedMailMarker processedMailMarker,
            UnfetchedMails missed,
            Set<String> troublesome) {
        this.settings = settings;
        this.connection = connection;
        this.folder = folder;
        this.register = register;
        this.processedMailMarker = processedMailMarker;
        this.missed = missed;
        this.troublesome = troublesome;
    }

    int take(List<UnfetchedMail> mails, BooleanSupplier goOn, Predicate<FetchedMail> handOff)
            throws MessagingException {
        expect(mails);
        for (UnfetchedMail mail : mails) {
            if (failures >= IN_A_ROW || !goOn.getAsBoolean()) {
                break;
            }
            take(mail, handOff);
        }
        flush();
        return taken;
    }

    /** A server that cannot tell the size of one mail gives none: then no mail is measured by it. */
    private void expect(List<UnfetchedMail> mails) throws MessagingException {
        try {
            folder.expect(mails.stream().map(UnfetchedMail::uid).toList());
        } catch (MessagingException e) {
            if (!folder.isOpen()) {
                reopen();
            }
        }
    }

    private void take(UnfetchedMail mail, Predicate<FetchedMail> handOff) throws MessagingException {
        FetchedMail fetched;
        try {
            fetched = given == 0 || mail.tries() > 0 ? fetched(mail) : fetchedAfterOthers(mail);
        } catch (MessagingException e) {
            failed(mail, e);
            return;
        }
        if (mail.item() != null && !register.isAwaited(mail.item())) {
            group.add(fetched); // handed off before a crash kept it from being written down
        } else if (handOff.test(fetched)) {
            group.add(fetched);
            taken++;
        } else {
            troublesome.add(mail.uid());
            failures++;
            return;
        }
        failures = 0;
        troublesome.remove(mail.uid());
        groupSince = group.size() == 1 ? System.nanoTime() : groupSince;
        if (group.size() >= GROUP || System.nanoTime() - groupSince > LONGEST_WAIT.toNanos()) {
            flush();
        }
    }

    /** Some servers end a connection after a while: that is no fault of the mail whose turn it is then. */
    private FetchedMail fetchedAfterOthers(UnfetchedMail mail) throws MessagingException {
        try {
            return fetched(mail);
        } catch (MessagingException e) {
            if (folder.isOpen()) {
                throw e;
            }
            reopen();
            return fetched(mail);
        }
    }

    private void reopen() throws MessagingException {
        write();
        long validity = folder.validity();
        connection.drop();
        folder = connection.open();
        if (folder.validity() != validity) {
            throw new MessagingException("the server has numbered the folder anew meanwhile");
        }
        given = 0;
    }

    private FetchedMail fetched(UnfetchedMail mail) throws MessagingException {
        MailFolder.Body body = folder.fetch(mail.uid(), settings.maxSize());
        given++;
        return new FetchedMail(mail.uid(), body.bytes(), settings.attributes(body.cut()), mail.item());
    }

    /** It is the mail's fault if the server can be talked to afterwards, or could not be twice after this mail. */
    private void failed(UnfetchedMail mail, MessagingException e) throws MessagingException {
        LOG.info("{} could not be fetched: {}", settings.name(mail.uid()), MailboxProblems.words(e));
        boolean before = !troublesome.add(mail.uid());
        try {
            if (!folder.isOpen()) {
                reopen();
            }
        } catch (MessagingException away) {
            if (before) {
                missed.failed(register, mail, MailboxProblems.all(e));
            }
            throw away;
        }
        missed.failed(register, mail, MailboxProblems.all(e));
        failures++;
        if (failures >= IN_A_ROW && taken == 0 && mail.tries() == 0) {
            throw e;
        }
    }

    /** Writes down what was handed off, then marks it in the mailbox. */
    private void flush() throws MessagingException {
        List<FetchedMail> done = List.copyOf(group);
        write();
        for (boolean keep : new boolean[] {false, true}) {
            processedMailMarker.settle(folder, register, uids(done, keep), keep);
        }
    }

    private void write() {
        for (boolean keep : new boolean[] {false, true}) {
            List<String> uids = uids(group, keep);
            if (!uids.isEmpty()) {
                register.taken(uids, settings.leavesAsIs(keep), keep);
            }
        }
        group.clear();
    }

    private static List<String> uids(List<FetchedMail> mails, boolean keep) {
        return mails.stream()
                .filter(mail -> mail.isComplete() != keep)
                .map(FetchedMail::uid)
                .toList();
    }

    /** Whatever happened: what was handed off is written down, and the folder closed. */
    void end() {
        try {
            write();
        } finally {
            try {
                folder.close();
            } catch (MessagingException e) {
                LOG.debug("a folder did not close in order", e);
                connection.drop();
            }
        }
    }
}

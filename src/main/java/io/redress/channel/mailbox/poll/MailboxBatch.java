package io.redress.channel.mailbox.poll;

import io.redress.channel.mailbox.FetchedMail;
import io.redress.channel.mailbox.MailRegister;
import io.redress.channel.mailbox.MailboxSettings;
import io.redress.channel.mailbox.UnfetchedMail;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** The mails of one poll, in groups one after the other: fetched, handed off, written down, marked, in this order. */
final class MailboxBatch {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    /** When so many hand-offs fail in a row, the rest waits for the next poll. */
    private static final int IN_A_ROW = 3;

    private final MailboxSettings settings;
    private final PolledFolder folder;
    private final MailRegister register;
    private final ProcessedMailMarker processedMailMarker;
    private final Set<String> troublesome;
    private final MailFetcher fetcher;
    private final Predicate<List<FetchedMail>> handOff;

    /** Handed off and not written down yet, whole ones and those of which the mailbox has more. */
    private final List<String> whole = new ArrayList<>();

    private final List<String> cut = new ArrayList<>();
    private long since;
    private int taken;
    private int failures;

    /** @param handOff whether the hub has all of these mails durably; else it has none of them */
    MailboxBatch(
            MailboxSettings settings,
            PolledFolder folder,
            MailRegister register,
            ProcessedMailMarker processedMailMarker,
            UnfetchedMails missed,
            Set<String> troublesome,
            FetchGroups groups,
            Predicate<List<FetchedMail>> handOff) {
        this.settings = settings;
        this.folder = folder;
        this.register = register;
        this.processedMailMarker = processedMailMarker;
        this.troublesome = troublesome;
        this.handOff = handOff;
        this.fetcher = new MailFetcher(settings, folder, register, missed, troublesome, groups, this::write);
    }

    int take(List<UnfetchedMail> mails, BooleanSupplier goOn) throws MessagingException {
        fetcher.expect(mails);
        for (int at = 0; at < mails.size() && goOn.getAsBoolean(); ) {
            if (fetcher.isAtItsEnd() || failures >= IN_A_ROW) {
                break;
            }
            at += takeSome(fetcher.next(mails.subList(at, mails.size())), goOn);
        }
        flush();
        return taken;
    }

    private int takeSome(List<UnfetchedMail> mails, BooleanSupplier goOn) throws MessagingException {
        if (whole.size() + cut.size() + mails.size() > FetchGroups.MOST) {
            flush();
        }
        SortedMap<Integer, FetchedMail> came = new TreeMap<>();
        int dealt;
        try {
            dealt = fetcher.fetch(mails, goOn, came);
        } finally {
            handOff(came.values());
        }
        if (System.nanoTime() - since > LONGEST_WAIT.toNanos()) {
            flush();
        }
        return dealt;
    }

    private void handOff(Collection<FetchedMail> came) {
        List<FetchedMail> open = new ArrayList<>();
        for (FetchedMail mail : came) {
            if (mail.item() != null && !register.isAwaited(mail.item())) {
                done(mail); // handed off before a crash kept it from being written down
            } else {
                open.add(mail);
            }
        }
        if (open.size() > 1 && handOff.test(open)) {
            taken += open.size();
            open.forEach(this::done);
            return;
        }
        for (FetchedMail mail : open) {
            if (failures >= IN_A_ROW) {
                return;
            }
            if (handOff.test(List.of(mail))) {
                taken++;
                done(mail);
            } else {
                troublesome.add(mail.uid());
                failures++;
            }
        }
    }

    private void done(FetchedMail mail) {
        failures = 0;
        troublesome.remove(mail.uid());
        since = whole.isEmpty() && cut.isEmpty() ? System.nanoTime() : since;
        (mail.isComplete() ? whole : cut).add(mail.uid());
    }

    /** Writes down what was handed off, then marks it in the mailbox. */
    private void flush() throws MessagingException {
        List<String> deletable = List.copyOf(whole);
        List<String> kept = List.copyOf(cut);
        write();
        processedMailMarker.settle(folder.now(), register, deletable, false);
        processedMailMarker.settle(folder.now(), register, kept, true);
    }

    private void write() {
        write(whole, false);
        write(cut, true);
    }

    private void write(List<String> uids, boolean keep) {
        if (!uids.isEmpty()) {
            register.taken(uids, settings.leavesAsIs(keep), keep);
        }
        uids.clear();
    }

    /** Whatever happened: what was handed off is written down, and the folder closed. */
    void end() {
        try {
            write();
        } finally {
            folder.close();
        }
    }
}

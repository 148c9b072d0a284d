package io.redress.channel.mailbox.poll;

import io.redress.channel.ChannelProblem;
import io.redress.channel.ChannelProblems;
import io.redress.channel.mailbox.FetchedMail;
import io.redress.channel.mailbox.MailFolder;
import io.redress.channel.mailbox.MailFolders;
import io.redress.channel.mailbox.MailRegister;
import io.redress.channel.mailbox.MailboxProblems;
import io.redress.channel.mailbox.MailboxSettings;
import io.redress.channel.mailbox.UnfetchedMail;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls a mailbox. A mail that cannot be fetched holds up no other: those that made trouble before come last, and a
 * connection that breaks is made anew within the poll.
 */
public final class MailboxPoll {

    private static final Logger LOG = LoggerFactory.getLogger(MailboxPoll.class);

    /** After that a mail that its server shows as new again is told by its Message-ID only. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private static final Duration PRUNED_EVERY = Duration.ofHours(6);

    /** Once in a while a mailbox is moved or repaired; twice within this its numbers are good for nothing. */
    private static final Duration NUMBERS_HOLD = Duration.ofHours(1);

    private static final String NUMBERS = "numbers";

    private final MailboxSettings settings;
    private final MailFolders connection;
    private final ProcessedMailMarker processedMailMarker;
    private final UnfetchedMails missed;
    private final FetchGroups groups;
    private final ChannelProblems problems;
    private final Clock clock;

    /** Mails that made trouble in this node's polls, to be tried after the others. */
    private final Set<String> troublesome = new HashSet<>();

    private boolean numbersHeld;
    private long prunedAt = Long.MIN_VALUE;
    private Instant renumberedAt = Instant.MIN;

    /** @param items gives the item under which a mail stands in the ledger, when one is set aside */
    public MailboxPoll(
            MailboxSettings settings,
            MailFolders connection,
            ChannelProblems problems,
            Supplier<UnfetchedMail.Item> items,
            Clock clock) {
        this.settings = settings;
        this.connection = connection;
        this.processedMailMarker = new ProcessedMailMarker(settings, problems, clock);
        this.missed = new UnfetchedMails(settings, problems, items, clock);
        this.groups = new FetchGroups(settings.place().channel(), clock);
        this.problems = problems;
        this.clock = clock;
    }

    /**
     * Takes the mails that are new.
     *
     * @param goOn asked before each mail is fetched
     * @param handOff whether the hub has all of these mails durably; else it has none of them
     * @return how many mails were handed off
     * @throws MessagingException when the server cannot be talked to
     */
    public int run(MailRegister register, BooleanSupplier goOn, Predicate<List<FetchedMail>> handOff)
            throws MessagingException {
        String name = settings.place().folder();
        MailFolder folder = connection.open(name);
        compareNumbers(folder, register);
        List<String> waiting = folder.waiting();
        var round = new MailboxBatch(
                settings,
                new PolledFolder(connection, name, folder),
                register,
                processedMailMarker,
                missed,
                troublesome,
                groups,
                handOff);
        try {
            processedMailMarker.catchUp(folder, register, waiting);
            List<UnfetchedMail> fresh = fresh(register, waiting);
            List<UnfetchedMail> due = missed.due(folder, register);
            return round.take(ordered(fresh, due), goOn);
        } finally {
            round.end();
            missed.tell(register);
            prune(register, waiting);
        }
    }

    /** What the channel's file says of the folder. */
    public MailboxSettings settings() {
        return settings;
    }

    /** The troubles that a mailbox with these folders can have. */
    public static Set<String> aspects(List<MailboxSettings> folders) {
        return Stream.concat(Stream.of(MailboxProblems.POLL), folders.stream().flatMap(folder -> Stream.of(
                                MailboxProblems.POLL, NUMBERS, UnfetchedMails.ASPECT, ProcessedMailMarker.ASPECT)
                        .map(folder::aspect)))
                .collect(Collectors.toSet());
    }

    /** Whether what the last poll took is known again at the next: else mails that stay unread come again with each poll. */
    public boolean recognisesMails() {
        return numbersHeld && !(settings.isPop3() && settings.leavesAsIs(false));
    }

    private void compareNumbers(MailFolder folder, MailRegister register) throws MessagingException {
        boolean same = register.sameNumbering(folder.validity(), folder.next());
        numbersHeld = same;
        String channel = settings.place().channel();
        boolean longAgo = renumberedAt.equals(Instant.MIN) || clock.instant().isAfter(renumberedAt.plus(NUMBERS_HOLD));
        if (same && longAgo) {
            problems.over(channel, settings.aspect(NUMBERS));
        } else if (!same && longAgo) {
            LOG.warn(
                    "The server has renumbered folder {} of {}; mails already taken are recognised by their Message-ID",
                    settings.place().folder(),
                    settings.place().account());
        } else if (!same) {
            problems.tell(
                    channel,
                    new ChannelProblem(
                            settings.aspect(NUMBERS),
                            "The mail server numbers folder " + settings.place().folder() + " anew again and again",
                            "Have its administrator look at UIDVALIDITY and UIDNEXT. Until then mails that stay unread come"
                                    + " again as duplicates, and none that cannot be fetched is set aside",
                            "UIDVALIDITY " + folder.validity() + ", UIDNEXT " + folder.next()));
        }
        renumberedAt = same ? renumberedAt : clock.instant();
    }

    private List<UnfetchedMail> fresh(MailRegister register, List<String> waiting) {
        Set<String> known = waiting.isEmpty() ? Set.of() : register.known(waiting);
        return waiting.stream()
                .filter(uid -> !known.contains(uid))
                .map(uid -> new UnfetchedMail(uid, 0, null))
                .toList();
    }

    private List<UnfetchedMail> ordered(List<UnfetchedMail> fresh, List<UnfetchedMail> due) {
        List<UnfetchedMail> ordered = new ArrayList<>(fresh);
        ordered.removeIf(mail -> troublesome.contains(mail.uid()));
        fresh.stream().filter(mail -> troublesome.contains(mail.uid())).forEach(ordered::add);
        ordered.addAll(due);
        return ordered.subList(0, Math.min(ordered.size(), settings.batch()));
    }

    private void prune(MailRegister register, List<String> waiting) {
        long now = clock.millis();
        if (prunedAt == Long.MIN_VALUE || now - prunedAt > PRUNED_EVERY.toMillis()) {
            register.prune(waiting, clock.instant().minus(REMEMBERED));
            prunedAt = now;
        }
    }
}

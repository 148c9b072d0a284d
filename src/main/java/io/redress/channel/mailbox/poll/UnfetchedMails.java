package io.redress.channel.mailbox.poll;

import io.redress.channel.ChannelProblem;
import io.redress.channel.ChannelProblems;
import io.redress.channel.mailbox.MailFolder;
import io.redress.channel.mailbox.MailRegister;
import io.redress.channel.mailbox.MailRegister.SetAside;
import io.redress.channel.mailbox.MailboxSettings;
import io.redress.channel.mailbox.UnfetchedMail;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Mails that cannot be fetched. After a few tries one is set aside: it stands in the ledger, and is tried again with growing
 * pauses, as long as the mailbox has it.
 */
final class UnfetchedMails {

    static final String ASPECT = "set-aside";

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

    private final MailboxSettings settings;
    private final ChannelProblems problems;
    private final Supplier<UnfetchedMail.Item> items;
    private final Clock clock;

    UnfetchedMails(
            MailboxSettings settings, ChannelProblems problems, Supplier<UnfetchedMail.Item> items, Clock clock) {
        this.settings = settings;
        this.problems = problems;
        this.items = items;
        this.clock = clock;
    }

    /** Those to be tried now. What is in the mailbox no more ends here. */
    List<UnfetchedMail> due(MailFolder folder, MailRegister register) throws MessagingException {
        List<UnfetchedMail> due = register.due();
        if (due.isEmpty()) {
            return due;
        }
        Set<String> there = folder.present(due.stream().map(UnfetchedMail::uid).toList());
        List<UnfetchedMail> gone =
                due.stream().filter(mail -> !there.contains(mail.uid())).toList();
        if (!gone.isEmpty()) {
            register.gone(
                    gone,
                    "the mail was never given out by its server, and folder "
                            + settings.place().folder() + " of "
                            + settings.place().account()
                            + " has it no more; if it was moved to another folder, move it back");
        }
        return due.stream().filter(mail -> there.contains(mail.uid())).toList();
    }

    void failed(MailRegister register, UnfetchedMail mail, String why) {
        int tries = mail.tries() + 1;
        UnfetchedMail.Item item = mail.item();
        if (item != null && !register.isAwaited(item)) {
            register.taken(
                    List.of(mail.uid()), false, false); // handed off before a crash kept that from being written down
            return;
        }
        if (tries < settings.tries() && item == null) {
            register.failed(mail.uid(), tries, clock.instant(), why);
            return;
        }
        Instant next = clock.instant().plus(pause(tries - settings.tries())).truncatedTo(ChronoUnit.SECONDS);
        String reason =
                settings.name(mail.uid()) + " could not be fetched " + (tries == 1 ? "once" : tries + " times") + ": "
                        + why + ". It stays unread in the mailbox and is tried again, next at " + next
                        + ". If that goes on, open it there with a mail program, or have the server's administrator repair it";
        register.setAside(
                new UnfetchedMail(mail.uid(), tries, item),
                next,
                why,
                reason,
                item == null ? items.get() : item,
                settings.address());
    }

    private static Duration pause(int before) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.max(0, Math.min(before, 12)));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    /** Tells how many are set aside, or that none is. */
    void tell(MailRegister register) {
        SetAside now = register.setAside();
        if (now.oldest() == null) {
            problems.over(settings.place().channel(), settings.aspect(ASPECT));
            return;
        }
        problems.tell(
                settings.place().channel(),
                new ChannelProblem(
                        settings.aspect(ASPECT),
                        now.count() == 1
                                ? "1 mail cannot be fetched and is set aside: " + settings.name(now.oldest())
                                : now.count() + " mails cannot be fetched and are set aside, the oldest is "
                                        + settings.name(now.oldest()),
                        "Open it with a mail program; GET /api/items?state=set-aside tells what the server said. It is tried"
                                + " again by itself, and at once by a replay of the item",
                        now.why()));
    }
}

package io.redress.channel.mailbox.poll;

import io.redress.channel.ChannelProblem;
import io.redress.channel.ChannelProblems;
import io.redress.channel.mailbox.MailFolder;
import io.redress.channel.mailbox.MailRegister;
import io.redress.channel.mailbox.MailboxProblems;
import io.redress.channel.mailbox.MailboxSettings;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Marks, moves or deletes the mails that were taken. A server that refuses is told of, and asked again with growing pauses;
 * nothing is taken twice meanwhile, since the register knows the mails.
 */
final class ProcessedMailMarker {

    static final String ASPECT = "marks";

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int AT_ONCE = 500;

    private final MailboxSettings settings;
    private final ChannelProblems problems;
    private final Clock clock;
    private final Set<String> marked = new HashSet<>();
    /** Whether what was told before may not be so any more: at the beginning, and of a folder that could only be read. */
    private boolean unsure = true;

    private Instant againAt = Instant.MIN;
    private Duration pause = FIRST_PAUSE;

    ProcessedMailMarker(MailboxSettings settings, ChannelProblems problems, Clock clock) {
        this.settings = settings;
        this.problems = problems;
        this.clock = clock;
    }

    /** At the beginning of a poll: what a crash or a refusal left undone. */
    void catchUp(MailFolder folder, MailRegister register, List<String> waiting) throws MessagingException {
        if (!folder.keepsMarks() && !settings.leavesAsIs(false)) {
            problems.tell(settings.place().channel(), readOnly());
            unsure = true;
            return;
        }
        if (unsure) {
            problems.over(settings.place().channel(), settings.aspect(ASPECT));
            unsure = false;
        }
        if (!marked.isEmpty() && !settings.isPop3() && waiting.containsAll(marked)) {
            problems.tell(settings.place().channel(), forgotten());
            againAt = clock.instant().plus(LONGEST_PAUSE);
        }
        marked.clear();
        for (boolean keep : new boolean[] {true, false}) {
            List<String> open = new ArrayList<>(register.unsettled(keep, AT_ONCE));
            if (!open.isEmpty() && !clock.instant().isBefore(againAt)) {
                Set<String> there = folder.present(open);
                List<String> gone =
                        open.stream().filter(uid -> !there.contains(uid)).toList();
                register.settled(gone); // somebody took it away
                open.removeAll(gone);
                settle(folder, register, open, keep);
            }
        }
    }

    /** These mails are in the register. A mail that cannot be marked is no reason not to take the next. */
    void settle(MailFolder folder, MailRegister register, Collection<String> uids, boolean keep)
            throws MessagingException {
        if (uids.isEmpty()
                || settings.leavesAsIs(keep)
                || !folder.keepsMarks()
                || clock.instant().isBefore(againAt)) {
            return;
        }
        try {
            folder.settle(uids, keep);
        } catch (MessagingException e) {
            if (!folder.isOpen()) {
                throw e;
            }
            problems.tell(settings.place().channel(), refused(MailboxProblems.words(e)));
            againAt = clock.instant().plus(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            return;
        }
        if (!settings.isPop3()) { // which deletes at the end of the poll only, and is asked again until they are gone
            register.settled(uids);
            marked.addAll(uids);
        }
        pause = FIRST_PAUSE;
        problems.over(settings.place().channel(), settings.aspect(ASPECT));
    }

    private ChannelProblem readOnly() {
        return problem(
                "Nothing can be marked: folder " + settings.place().folder() + " can only be read",
                "Give " + settings.place().account()
                        + " the right to change the folder, or write mark: false without moveTo and"
                        + " delete in the channel's file if the hub shall only read; nothing is taken twice meanwhile",
                "the server opens the folder without write access, or keeps no marks in it");
    }

    private ChannelProblem forgotten() {
        return problem(
                "The mail server forgets its marks: mails that were marked are new again",
                "Look at the mail server; nothing is taken twice meanwhile",
                "the mark was accepted");
    }

    private ChannelProblem refused(String words) {
        if (settings.moveTo() != null) {
            return problem(
                    "Mails that were taken cannot be marked or moved to folder " + settings.moveTo(),
                    "Look at the folder's rights and the mailbox's quota; nothing is taken twice meanwhile",
                    words);
        }
        return problem(
                "Nothing can be marked: the mail server refuses it",
                "Give " + settings.place().account()
                        + " the right to change the folder, or write mark: false in the channel's"
                        + " file if the hub shall only read; nothing is taken twice meanwhile",
                words);
    }

    private ChannelProblem problem(String problem, String remedy, String words) {
        return new ChannelProblem(settings.aspect(ASPECT), problem, remedy, words);
    }
}

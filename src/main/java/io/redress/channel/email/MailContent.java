package io.redress.channel.email;

import io.redress.channel.email.mime.MimePart;
import io.redress.channel.email.mime.TextBudget;
import io.redress.channel.email.text.HtmlPart;
import io.redress.channel.email.text.InvitationText;
import io.redress.channel.email.text.MailHtml;
import io.redress.channel.email.text.PlaceholderText;
import io.redress.channel.email.text.PlainPart;
import io.redress.channel.email.text.ReplyText;
import io.redress.channel.email.text.Tnef;
import io.redress.channel.email.text.UndeclaredHtml;
import io.redress.intake.ArrivalFile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a mail holds, gathered over its parts: the letter, and the files that came with it. */
final class MailContent {

    /** More files than this stay in the original only. */
    static final int MOST_FILES = 200;

    /** Inline images below this size (bytes) are spacers and tracking pixels when the mail has words. */
    private static final int SPACER = 1024;

    private static final int DEEPEST_MAIL_IN_MAIL = 60;

    private static final int MOST_SIGNATURES = 5;

    private static final int MOST_NOTES = 3;

    /** Characters of a note such as "FYI, please handle" that passes on the mail beside it. */
    private static final int LONGEST_NOTE = 60;

    /** Bytes that the mails within the mail in the mail may have together: each holds those within it again. */
    private static final long MOST_OPENED = 32L << 20;

    private final List<ReplyText> replyTexts = new ArrayList<>();
    private final List<ArrivalFile> files = new ArrayList<>();
    private final List<ArrivalFile> spacers = new ArrayList<>();
    private final List<MimePart> mails = new ArrayList<>();
    private final List<MimePart> calendars = new ArrayList<>();

    /** Texts among the files: who writes nothing else has written the complaint there. */
    private final List<MimePart> notes = new ArrayList<>();

    private final TextBudget budget;
    private boolean whole;
    private int signatures;

    private MailContent(boolean whole, TextBudget budget) {
        this.whole = whole;
        this.budget = budget;
    }

    static MailContent of(MimeReader.Mail mail) {
        return of(mail, 0, MOST_OPENED);
    }

    private static MailContent of(MimeReader.Mail mail, int depth, long room) {
        var content = new MailContent(mail.whole(), new TextBudget());
        content.gather(mail.root(), true);
        if (content.replyText().isEmpty()) {
            content.notes.forEach(part -> content.replyTexts.add(content.replyText(part)));
        }
        if (content.replyText().isEmpty()) {
            content.calendars.forEach(part -> content.replyTexts.add(ReplyText.of(InvitationText.of(part.text()))));
        }
        if (content.replyText().own().length() <= LONGEST_NOTE && depth < DEEPEST_MAIL_IN_MAIL) {
            // A mail that is little but an envelope for another one speaks by that one.
            for (MimePart inner : content.mails) {
                room -= depth == 0 ? 0 : inner.content().length;
                if (room < 0) {
                    break; // it is among the files
                }
                MailContent innerContent = of(MimeReader.read(inner.content()), depth + 1, room);
                content.replyTexts.add(
                        new ReplyText("", "", innerContent.replyText().speech(true), ""));
            }
        }
        return content;
    }

    ReplyText replyText() {
        return ReplyText.ofAll(replyTexts);
    }

    List<ArrivalFile> files() {
        boolean onlyImages = replyText().isEmpty() && files.isEmpty();
        return List.copyOf(onlyImages ? spacers : files);
    }

    /** False when something of the mail could not be read or was too much, and is only in the original. */
    boolean isWhole() {
        return whole && !budget.isExceeded();
    }

    private void gather(MimePart part, boolean root) {
        if (part.is("multipart/alternative")) {
            gatherAlternatives(part);
        } else if (part.isMultipart()) {
            part.children().forEach(child -> gather(child, false));
        } else if (isText(part, root)) {
            replyTexts.add(replyText(part));
        } else if (part.content().length > 0) {
            gatherFile(part);
        }
    }

    /** Plain text first: it is what the customer's program thinks the words are, without the decoration. */
    private void gatherAlternatives(MimePart part) {
        var candidates = new ArrayList<MailContent>();
        for (MimePart child : part.children()) {
            var alternative = new MailContent(true, budget);
            alternative.gather(child, false);
            candidates.add(alternative);
        }
        MailContent chosen = null;
        for (MailContent candidate : candidates) {
            files.addAll(candidate.files);
            spacers.addAll(candidate.spacers);
            mails.addAll(candidate.mails);
            calendars.addAll(candidate.calendars);
            notes.addAll(candidate.notes);
            ReplyText replyText = candidate.replyText();
            boolean better =
                    chosen == null || chosen.replyText().isEmpty() || PlaceholderText.is(chosen.replyText(), replyText);
            chosen = better && !replyText.isEmpty() ? candidate : chosen;
        }
        if (chosen != null) {
            replyTexts.addAll(chosen.replyTexts);
        }
    }

    private static boolean isText(MimePart part, boolean root) {
        boolean textual = part.is("text/plain") || part.is("text/html");
        return textual && !part.isAttachment() && (root || part.fileName() == null);
    }

    private ReplyText replyText(MimePart part) {
        if (part.is("text/html") || UndeclaredHtml.is(part)) {
            String html = HtmlPart.html(budget.readable(part, TextBudget.ALL));
            gatherDataImages(html);
            return ReplyText.of(MailHtml.of(html));
        }
        PlainPart plain = PlainPart.of(budget.readable(part, TextBudget.PLAIN));
        plain.files().forEach(file -> add(file, false));
        return ReplyText.of(plain.text());
    }

    /** Web mailers paste photos into the HTML itself. */
    private void gatherDataImages(String html) {
        HtmlPart.Images images = HtmlPart.images(html);
        images.files().forEach(image -> add(image, image.bytes().length < SPACER));
        whole &= images.whole();
    }

    private void gatherFile(MimePart part) {
        String name = part.fileName();
        Tnef opened = Tnef.in(part);
        if (opened != null) {
            opened.files().forEach(file -> add(file, false));
            replyTexts.add(ReplyText.of(replyText().isEmpty() ? opened.text() : ""));
            return;
        }
        MimePart signed = signatures < MOST_SIGNATURES ? SignedMail.in(part) : null;
        if (signed != null) {
            signatures++;
            gather(signed, false);
            return;
        }
        if (part.mediaType().endsWith("pgp-signature") || part.mediaType().endsWith("pkcs7-signature")) {
            return;
        }
        if (part.isMail()) {
            mails.add(part);
        }
        if (part.is("text/plain") && notes.size() < MOST_NOTES) {
            notes.add(part);
        }
        if (part.is("text/calendar")) {
            calendars.add(part);
        }
        boolean spacer = part.isEmbedded() && part.mediaType().startsWith("image/") && part.content().length < SPACER;
        add(new ArrivalFile(name != null ? name : named(part), part.mediaType(), part.content()), spacer);
    }

    private static @Nullable String named(MimePart part) {
        return part.is("message/rfc822") ? "message.eml" : part.is("text/calendar") ? "invite.ics" : null;
    }

    private void add(ArrivalFile file, boolean spacer) {
        if (files.size() >= MOST_FILES) {
            whole = false;
        } else {
            (spacer ? spacers : files).add(file);
        }
    }
}

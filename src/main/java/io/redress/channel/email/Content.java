package io.redress.channel.email;

import io.redress.intake.Evidence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a mail holds, gathered over its parts: the letter, and the files that came with it. */
final class Content {

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

    private final List<Letter> letters = new ArrayList<>();
    private final List<Evidence> files = new ArrayList<>();
    private final List<Evidence> spacers = new ArrayList<>();
    private final List<Part> mails = new ArrayList<>();
    private final List<Part> calendars = new ArrayList<>();

    /** Texts among the files: who writes nothing else has written the complaint there. */
    private final List<Part> notes = new ArrayList<>();

    private final TextRoom room;
    private boolean whole;
    private int signatures;

    private Content(boolean whole, TextRoom room) {
        this.whole = whole;
        this.room = room;
    }

    static Content of(MimeReader.Mail mail) {
        return of(mail, 0, MOST_OPENED);
    }

    private static Content of(MimeReader.Mail mail, int depth, long room) {
        var content = new Content(mail.whole(), new TextRoom());
        content.gather(mail.root(), true);
        if (content.letter().isEmpty()) {
            content.notes.forEach(part -> content.letters.add(content.letter(part)));
        }
        if (content.letter().isEmpty()) {
            content.calendars.forEach(part -> content.letters.add(Letter.of(CalendarText.of(part.text()))));
        }
        if (content.letter().own().length() <= LONGEST_NOTE && depth < DEEPEST_MAIL_IN_MAIL) {
            // A mail that is little but an envelope for another one speaks by that one.
            for (Part inner : content.mails) {
                room -= depth == 0 ? 0 : inner.content().length;
                if (room < 0) {
                    break; // it is among the files
                }
                Content innerContent = of(MimeReader.read(inner.content()), depth + 1, room);
                content.letters.add(new Letter("", "", innerContent.letter().speech(true), ""));
            }
        }
        return content;
    }

    Letter letter() {
        return Letter.ofAll(letters);
    }

    List<Evidence> files() {
        boolean onlyImages = letter().isEmpty() && files.isEmpty();
        return List.copyOf(onlyImages ? spacers : files);
    }

    /** False when something of the mail could not be read or was too much, and is only in the original. */
    boolean isWhole() {
        return whole && !room.isExceeded();
    }

    private void gather(Part part, boolean root) {
        if (part.is("multipart/alternative")) {
            gatherAlternatives(part);
        } else if (part.isMultipart()) {
            part.children().forEach(child -> gather(child, false));
        } else if (isText(part, root)) {
            letters.add(letter(part));
        } else if (part.content().length > 0) {
            gatherFile(part);
        }
    }

    /** Plain text first: it is what the customer's program thinks the words are, without the decoration. */
    private void gatherAlternatives(Part part) {
        var candidates = new ArrayList<Content>();
        for (Part child : part.children()) {
            var alternative = new Content(true, room);
            alternative.gather(child, false);
            candidates.add(alternative);
        }
        Content chosen = null;
        for (Content candidate : candidates) {
            files.addAll(candidate.files);
            spacers.addAll(candidate.spacers);
            mails.addAll(candidate.mails);
            calendars.addAll(candidate.calendars);
            notes.addAll(candidate.notes);
            Letter letter = candidate.letter();
            boolean better = chosen == null || chosen.letter().isEmpty() || StandInText.is(chosen.letter(), letter);
            chosen = better && !letter.isEmpty() ? candidate : chosen;
        }
        if (chosen != null) {
            letters.addAll(chosen.letters);
        }
    }

    private static boolean isText(Part part, boolean root) {
        boolean textual = part.is("text/plain") || part.is("text/html");
        return textual && !part.isAttachment() && (root || part.fileName() == null);
    }

    private Letter letter(Part part) {
        if (part.is("text/html") || UndeclaredHtml.is(part)) {
            String html = HtmlPart.html(room.readable(part, TextRoom.ALL));
            gatherDataImages(html);
            return Letter.of(HtmlText.of(html));
        }
        PlainPart plain = PlainPart.of(room.readable(part, TextRoom.PLAIN));
        plain.files().forEach(file -> add(file, false));
        return Letter.of(plain.text());
    }

    /** Web mailers paste photos into the HTML itself. */
    private void gatherDataImages(String html) {
        HtmlPart.Images images = HtmlPart.images(html);
        images.files().forEach(image -> add(image, image.bytes().length < SPACER));
        whole &= images.whole();
    }

    private void gatherFile(Part part) {
        String name = part.fileName();
        Tnef opened = Tnef.in(part);
        if (opened != null) {
            opened.files().forEach(file -> add(file, false));
            letters.add(Letter.of(letter().isEmpty() ? opened.text() : ""));
            return;
        }
        Part signed = signatures < MOST_SIGNATURES ? SignedMail.in(part) : null;
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
        add(new Evidence(name != null ? name : named(part), part.mediaType(), part.content()), spacer);
    }

    private static @Nullable String named(Part part) {
        return part.is("message/rfc822") ? "message.eml" : part.is("text/calendar") ? "invite.ics" : null;
    }

    private void add(Evidence file, boolean spacer) {
        if (files.size() >= MOST_FILES) {
            whole = false;
        } else {
            (spacer ? spacers : files).add(file);
        }
    }
}

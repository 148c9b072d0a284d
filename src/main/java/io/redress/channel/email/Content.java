package io.redress.channel.email;

import io.redress.intake.Evidence;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a mail holds, gathered over its parts: the letter, and the files that came with it. */
final class Content {

    /** More files than this stay in the original only. */
    static final int MOST_FILES = 200;

    /** Inline images below this size (bytes) are spacers and tracking pixels when the mail has words. */
    private static final int SPACER = 1024;

    private static final int DEEPEST_MAIL_IN_MAIL = 60;

    /** Bytes that the mails within the mail in the mail may have together: each holds those within it again. */
    private static final long MOST_OPENED = 32L << 20;

    private static final Pattern DATA_IMAGE = Pattern.compile(
            "src\\s*=\\s*[\"']data:(image/[a-z0-9.+-]{1,40});base64,([^\"']+)[\"']", Pattern.CASE_INSENSITIVE);

    private static final Pattern META_CHARSET =
            Pattern.compile("<meta[^>]{0,200}?charset\\s*=\\s*[\"']?([a-zA-Z0-9_:-]{1,40})", Pattern.CASE_INSENSITIVE);

    private final List<Letter> letters = new ArrayList<>();
    private final List<Evidence> files = new ArrayList<>();
    private final List<Evidence> spacers = new ArrayList<>();
    private final List<Part> mails = new ArrayList<>();
    private final TextRoom room;
    private boolean whole;

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
        if (content.letter().own().isEmpty() && depth < DEEPEST_MAIL_IN_MAIL) {
            // A mail that is nothing but an envelope for another one speaks by that one.
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
            Letter letter = candidate.letter();
            boolean better = chosen == null || chosen.letter().isEmpty() || isPlaceholder(chosen.letter(), letter);
            chosen = better && !letter.isEmpty() ? candidate : chosen;
        }
        if (chosen != null) {
            letters.addAll(chosen.letters);
        }
    }

    /** {@code Please view this mail in an HTML reader} is no text. */
    private static boolean isPlaceholder(Letter letter, Letter other) {
        String text = letter.all();
        return text.length() < 200
                && text.toLowerCase(Locale.ROOT).contains("html")
                && other.all().length() > 20;
    }

    private static boolean isText(Part part, boolean root) {
        boolean textual = part.is("text/plain") || part.is("text/html");
        return textual && !part.isAttachment() && (root || part.fileName() == null);
    }

    private Letter letter(Part part) {
        if (part.is("text/html")) {
            String html = html(room.readable(part, TextRoom.ALL));
            gatherDataImages(html);
            return Letter.of(HtmlText.of(html));
        }
        String text = room.readable(part, TextRoom.PLAIN).text();
        boolean flowed = "flowed".equalsIgnoreCase(part.parameter("format"));
        boolean delSp = "yes".equalsIgnoreCase(part.parameter("delsp"));
        return Letter.of(flowed ? FlowedText.joined(text, delSp) : text);
    }

    private static String html(Part part) {
        if (part.parameter("charset") != null) {
            return part.text();
        }
        String latin =
                new String(part.content(), 0, Math.min(2048, part.content().length), StandardCharsets.ISO_8859_1);
        var meta = META_CHARSET.matcher(latin);
        return TextCharset.decode(part.content(), meta.find() ? meta.group(1) : null);
    }

    /** Web mailers paste photos into the HTML itself. */
    private void gatherDataImages(String html) {
        var matcher = DATA_IMAGE.matcher(html);
        while (matcher.find()) {
            byte[] bytes = decoded(matcher.group(2));
            if (bytes != null) {
                add(new Evidence(null, matcher.group(1).toLowerCase(Locale.ROOT), bytes), bytes.length < SPACER);
            }
        }
    }

    private byte @Nullable [] decoded(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            whole = false;
            return null;
        }
    }

    private void gatherFile(Part part) {
        String name = part.fileName();
        if (part.is("application/ms-tnef") || "winmail.dat".equalsIgnoreCase(name)) {
            Tnef opened = Tnef.open(part.content());
            if (opened != null) {
                opened.files().forEach(file -> add(file, false));
                letters.add(Letter.of(letter().isEmpty() ? opened.text() : ""));
                return;
            }
        }
        if (part.mediaType().endsWith("pgp-signature") || part.mediaType().endsWith("pkcs7-signature")) {
            return;
        }
        if (part.is("message/rfc822")) {
            mails.add(part);
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

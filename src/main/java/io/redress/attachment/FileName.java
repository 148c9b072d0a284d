package io.redress.attachment;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A sender's name for a file, made fit to be shown and to be saved under.
 *
 * @param shown without folders, without characters that are not seen or turn the direction of writing; null when nothing
 *     is left
 */
record FileName(@Nullable String shown, Set<AttachmentFlag> flags) {

    private static final int LONGEST = 200;

    /** Controls, and what Unicode calls formatting: marks of direction, joiners, byte order marks, tags. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029\\u3164\\u115F\\u1160]");

    /** Zero-width joiners belong to emoji and to some scripts: taken out, but no sign of deceit. */
    private static final Pattern DECEIVING =
            Pattern.compile("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069\\u200B\\u200E\\u200F\\u061C\\u2028\\u2029]");

    private static final Pattern FOLDERS = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);
    private static final Pattern RUNS = Pattern.compile(
            "(?i)\\.(exe|com|scr|pif|bat|cmd|ps1|psm1|vbs|vbe|js|jse|mjs|wsf|wsh|hta|jar|msi|msp|msc|cpl|lnk|url|reg|scf|"
                    + "inf|iso|img|vhd|vhdx|dll|sys|chm|hlp|appx|msix|apk|app|command|desktop|sh|py|application|gadget|"
                    + "library-ms|settingcontent-ms|iqy|slk|xll|ppam|xlam|wll)$");
    private static final Pattern HARMLESS_BEFORE = Pattern.compile(
            "(?i)\\.(jpe?g|png|gif|bmp|webp|heic|tiff?|pdf|docx?|xlsx?|pptx?|txt|csv|rtf|odt|ods|mp3|mp4|mov|avi|zip|html?)"
                    + "[\\s._\\u00A0\\u3000-]*\\.[^.]*$");

    static FileName of(@Nullable String given) {
        Set<AttachmentFlag> flags = EnumSet.noneOf(AttachmentFlag.class);
        if (given == null) {
            return new FileName(null, flags);
        }
        if (DECEIVING.matcher(given).find()) {
            flags.add(AttachmentFlag.MISLEADING_NAME);
        }
        String name = FOLDERS.matcher(UNSEEN.matcher(given).replaceAll("")).replaceFirst("");
        name = name.strip().replaceAll("[. ]+$", "");
        if (runs(name)) {
            flags.add(AttachmentFlag.EXECUTABLE);
            if (HARMLESS_BEFORE.matcher(name).find()) {
                flags.add(AttachmentFlag.DOUBLE_EXTENSION);
            }
        }
        return new FileName(name.isEmpty() ? null : shortened(name), flags);
    }

    /** Whether a double click on a file of that name runs it. */
    static boolean runs(String name) {
        return RUNS.matcher(name).find();
    }

    /** The end of a name says what it is: the middle goes. */
    private static String shortened(String name) {
        if (name.codePointCount(0, name.length()) <= LONGEST) {
            return name;
        }
        int head = name.offsetByCodePoints(0, LONGEST - 41);
        return name.substring(0, head) + "…" + name.substring(name.offsetByCodePoints(name.length(), -40));
    }
}

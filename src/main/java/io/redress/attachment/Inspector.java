package io.redress.attachment;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks at files that strangers sent: what they are by their content, and what a person should know before opening them.
 * Never throws, never takes more than a part of a second for a file of the size that the channels let in.
 */
public final class Inspector {

    private static final String MAIL = "message/rfc822";

    private Inspector() {}

    /** @param claim what the sender's program says it is */
    public static Inspection inspect(@Nullable String given, String claim, byte[] bytes) {
        FileName name = FileName.of(given);
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        flags.addAll(name.flags());
        String type = type(name.shown(), claim, bytes);
        if (bytes.length > 0 && (!FileTypes.agree(type, claim) || !agrees(type, name.shown()))) {
            flags.add(Flag.TYPE_MISMATCH);
        }
        try {
            look(type, bytes, flags);
        } catch (RuntimeException | StackOverflowError e) {
            flags.add(Flag.UNREADABLE); // a file that breaks us is told as one, and its ticket goes on
        }
        return new Inspection(name.shown(), type, flags);
    }

    /** Mails begin in many ways, not all of which are known for a mail's. */
    private static String type(@Nullable String name, String claim, byte[] bytes) {
        String type = FileTypes.of(bytes, name, claim);
        return claim.equals(MAIL) && type.equals("text/plain") ? MAIL : type;
    }

    private static boolean agrees(String type, @Nullable String name) {
        return name == null || FileTypes.agree(type, FileTypes.ofName(name));
    }

    private static void look(String type, byte[] bytes, Set<Flag> flags) {
        boolean zip = Archive.isZip(bytes);
        int pdf = Pdf.header(bytes);
        if (Programs.isOne(bytes)) {
            flags.add(Flag.EXECUTABLE);
        }
        if (pdf >= 0) {
            Pdf.look(bytes, flags);
        }
        if (zip || Archive.endsAsZip(bytes)) {
            new Archive(flags).look(bytes);
        } else if (Archive.isGzip(bytes)) {
            new Archive(flags).lookIntoGzip(bytes);
        }
        if (Office.isCompound(bytes)) {
            Office.lookIntoCompound(bytes, flags);
        } else if (Bytes.startsWith(bytes, Bytes.of("{\\rt"))) {
            Office.lookIntoRtf(bytes, flags);
        } else if (isMarkup(type) && Markup.isActive(bytes)) {
            flags.add(Flag.ACTIVE_CONTENT);
        }
        if (isPolyglot(type, bytes, zip, pdf)) {
            flags.add(Flag.POLYGLOT);
        }
    }

    private static boolean isMarkup(String type) {
        return type.equals("text/html") || type.endsWith("xml");
    }

    private static boolean isPolyglot(String type, byte[] bytes, boolean zip, int pdf) {
        boolean image = type.startsWith("image/") && !isMarkup(type);
        return pdf > 0 && !isBlank(bytes, pdf) || !zip && Archive.endsAsZip(bytes) || image && Markup.isWithin(bytes);
    }

    /** Some programs write a byte order mark or an empty line first. */
    private static boolean isBlank(byte[] bytes, int to) {
        for (int i = 0; i < to; i++) {
            boolean mark = i < 3 && (bytes[i] & 0xff) == new int[] {0xef, 0xbb, 0xbf}[i];
            if (!mark && (bytes[i] < 0 || bytes[i] > ' ')) {
                return false;
            }
        }
        return true;
    }
}

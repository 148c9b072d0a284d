package io.redress.attachment;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks at files that strangers sent: what they are by their content, and what a person should know before opening them.
 * Never throws, never takes more than a part of a second for a file of the size that the channels let in.
 */
public final class FileInspector {

    private static final String MAIL = "message/rfc822";

    private FileInspector() {}

    /** @param claim what the sender's program says it is */
    public static FileInspection inspect(@Nullable String given, String claim, byte[] bytes) {
        FileName name = FileName.of(given);
        Set<AttachmentFlag> flags = EnumSet.noneOf(AttachmentFlag.class);
        flags.addAll(name.flags());
        String type = type(name.shown(), claim, bytes);
        if (bytes.length > 0 && (!FileTypeDetector.agree(type, claim) || !agrees(type, name.shown()))) {
            flags.add(AttachmentFlag.TYPE_MISMATCH);
        }
        try {
            look(type, bytes, flags);
        } catch (RuntimeException | StackOverflowError e) {
            flags.add(AttachmentFlag.UNREADABLE); // a file that breaks us is told as one, and its ticket goes on
        }
        return new FileInspection(name.shown(), type, flags);
    }

    /** Mails begin in many ways, not all of which are known for a mail's. */
    private static String type(@Nullable String name, String claim, byte[] bytes) {
        String type = FileTypeDetector.of(bytes, name, claim);
        return claim.equals(MAIL) && type.equals("text/plain") ? MAIL : type;
    }

    private static boolean agrees(String type, @Nullable String name) {
        return name == null || FileTypeDetector.agree(type, FileTypeDetector.ofName(name));
    }

    private static void look(String type, byte[] bytes, Set<AttachmentFlag> flags) {
        boolean zip = ZipInspector.isZip(bytes);
        int pdf = PdfInspector.header(bytes);
        if (ExecutableDetector.isOne(bytes)) {
            flags.add(AttachmentFlag.EXECUTABLE);
        }
        if (pdf >= 0) {
            PdfInspector.look(bytes, flags);
        }
        if (zip || ZipInspector.endsAsZip(bytes)) {
            new ZipInspector(flags).look(bytes);
        } else if (ZipInspector.isGzip(bytes)) {
            new ZipInspector(flags).lookIntoGzip(bytes);
        }
        if (OfficeDocumentInspector.isCompound(bytes)) {
            OfficeDocumentInspector.lookIntoCompound(bytes, flags);
        } else if (ByteSearch.startsWith(bytes, ByteSearch.of("{\\rt"))) {
            OfficeDocumentInspector.lookIntoRtf(bytes, flags);
        } else if (isMarkup(type) && ActiveMarkupDetector.isActive(bytes)) {
            flags.add(AttachmentFlag.ACTIVE_CONTENT);
        }
        if (isPolyglot(type, bytes, zip, pdf)) {
            flags.add(AttachmentFlag.POLYGLOT);
        }
    }

    private static boolean isMarkup(String type) {
        return type.equals("text/html") || type.endsWith("xml");
    }

    private static boolean isPolyglot(String type, byte[] bytes, boolean zip, int pdf) {
        boolean image = type.startsWith("image/") && !isMarkup(type);
        return pdf > 0 && !isBlank(bytes, pdf)
                || !zip && ZipInspector.endsAsZip(bytes)
                || image && ActiveMarkupDetector.isWithin(bytes);
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

package io.redress.attachment;

import java.io.ByteArrayOutputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * What in a PDF runs, or is within it, by the names that its dictionaries cannot go without (ISO 32000-1: 7.3.5 names, 7.5.7
 * object streams, 12.6 actions). All of the file is read from one end to the other, with no regard to its table of objects:
 * readers open the most broken files, each in its own way. What a stream holds is not a dictionary, but for object streams.
 */
final class PdfInspector {

    private static final byte[] HEADER = ByteSearch.of("%PDF-");
    private static final byte[] STREAM = ByteSearch.of("stream");
    private static final byte[] END = ByteSearch.of("endstream");
    private static final byte[] OBJECT = ByteSearch.of("endobj");
    private static final int MOST = 32 << 20;

    private static final Set<String> ACTIVE =
            Set.of("JavaScript", "JS", "Launch", "ImportData", "SubmitForm", "RichMedia", "GoToE", "Rendition", "XFA");
    private static final Set<String> OTHER_FILTERS = Set.of(
            "LZWDecode", "LZW", "ASCII85Decode", "A85", "ASCIIHexDecode", "AHx", "RunLengthDecode", "RL", "Crypt");

    /** Shorter ones may stand in compressed bytes by chance. */
    private static final int LONG_NAME = 6;

    private final byte[] bytes;
    private final Set<AttachmentFlag> flags;
    private int left;

    private PdfInspector(byte[] bytes, Set<AttachmentFlag> flags, int left) {
        this.bytes = bytes;
        this.flags = flags;
        this.left = left;
    }

    /** Where readers find the header: in the first 1024 bytes; −1 when it is not there. */
    static int header(byte[] bytes) {
        return ByteSearch.find(bytes, HEADER, 0, 1024);
    }

    static void look(byte[] bytes, Set<AttachmentFlag> flags) {
        new PdfInspector(bytes, flags, MOST).look();
    }

    private void look() {
        Set<String> names = new HashSet<>();
        int within = 0; // where the stream ends that this place is in
        for (int i = 0; i < bytes.length; i++) {
            byte one = bytes[i];
            if (one == '/') {
                i = name(i + 1, i < within, names) - 1;
            } else if (one == 'e' && ByteSearch.at(bytes, i, OBJECT)) {
                names.clear();
                i += OBJECT.length - 1;
            } else if (one == 's' && i >= within && ByteSearch.at(bytes, i, STREAM)) {
                int end = ByteSearch.find(bytes, END, i, bytes.length);
                within = end < 0 ? bytes.length : end;
                stream(i + STREAM.length, within, names);
                names.clear();
                i += STREAM.length - 1;
            }
        }
    }

    /** Reads a name, with characters written as {@code #4a}, and gives the place after it. */
    private int name(int from, boolean inStream, Set<String> names) {
        var name = new StringBuilder();
        int i = from;
        for (; i < bytes.length && name.length() < 64 && isRegular(bytes[i]); i++) {
            int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
            if (bytes[i] == '#' && low >= 0) {
                name.append((char) (high * 16 + low));
                i += 2;
            } else {
                name.append((char) (bytes[i] & 0xff));
            }
        }
        if (!inStream || name.length() >= LONG_NAME) {
            judge(name.toString(), i);
            names.add(name.toString());
        }
        return i;
    }

    private void judge(String name, int after) {
        if (ACTIVE.contains(name) || name.equals("OpenAction") && isAction(after) || name.equals("AA")) {
            flags.add(AttachmentFlag.ACTIVE_CONTENT);
        } else if (name.equals("EmbeddedFile") || name.equals("EmbeddedFiles") || name.equals("Filespec")) {
            flags.add(AttachmentFlag.EMBEDDED_FILE);
        } else if (name.equals("Encrypt")) {
            flags.add(AttachmentFlag.ENCRYPTED);
        }
    }

    /** To open at a page, which is an array or an action of kind GoTo, is what half of all files do. */
    private boolean isAction(int at) {
        int i = at;
        while (i < bytes.length && bytes[i] <= ' ' && bytes[i] >= 0) {
            i++;
        }
        if (i >= bytes.length || bytes[i] == '[') {
            return false;
        }
        int end = ByteSearch.find(bytes, ByteSearch.of(">>"), i, i + 400);
        int kind = ByteSearch.find(bytes, ByteSearch.of("/GoTo"), i, end < 0 ? i : end);
        return !(bytes[i] == '<' && kind > 0 && (!isRegular(bytes[kind + 5])));
    }

    private void stream(int from, int to, Set<String> dictionary) {
        if (!dictionary.contains("ObjStm")) {
            return;
        }
        boolean flate = dictionary.contains("FlateDecode") || dictionary.contains("Fl");
        if (dictionary.stream().anyMatch(OTHER_FILTERS::contains) || dictionary.contains("Predictor")) {
            flags.add(AttachmentFlag.UNREADABLE);
        } else if (flate) {
            int start = from;
            while (start < to && (bytes[start] == '\r' || bytes[start] == '\n')) {
                start++;
            }
            byte[] objects = inflated(start, to);
            new PdfInspector(objects, flags, 0).look();
        }
    }

    private byte[] inflated(int from, int to) {
        var out = new ByteArrayOutputStream();
        var inflater = new Inflater();
        inflater.setInput(bytes, from, to - from);
        byte[] part = new byte[32 << 10];
        try {
            while (!inflater.finished() && left > 0) {
                int count = inflater.inflate(part);
                if (count == 0) {
                    break;
                }
                left -= count;
                out.write(part, 0, count);
            }
        } catch (DataFormatException e) {
            flags.add(AttachmentFlag.UNREADABLE);
        } finally {
            inflater.end();
        }
        if (left <= 0) {
            flags.add(AttachmentFlag.UNREADABLE);
        }
        return out.toByteArray();
    }

    private static boolean isRegular(byte one) {
        return one < 0 || one > ' ' && "()<>[]{}/%".indexOf(one) < 0;
    }
}

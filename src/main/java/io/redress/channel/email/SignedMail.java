package io.redress.channel.email;

import io.redress.channel.email.mime.MimePart;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Opens an S/MIME mail that is signed as a whole ({@code application/pkcs7-mime}, RFC 8551, 3.5.2), as Outlook sends it where clear
 * text signing is off. The signature itself is not checked.
 */
final class SignedMail {

    private static final byte[] SIGNED_DATA = {0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 0x01, 0x07, 0x02
    };

    private static final int OID = 0x06;
    private static final int OCTETS = 0x04;
    private static final int OCTETS_IN_PIECES = 0x24;
    private static final int SEQUENCE = 0x30;
    private static final int EXPLICIT = 0xA0;

    private static final int DEEPEST = 16;

    /** Values within one; programs write a text in pieces of a kilobyte or more. */
    private static final int MOST = 200_000;

    private final byte[] bytes;

    /** A value of the Basic Encoding Rules (X.690). {@code end} is that of its contents, {@code next} where the following one begins. */
    private record Value(int tag, int start, int end, int next) {}

    private SignedMail(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The mail within; null when the part is none that is signed only, as an encrypted one. */
    static @Nullable MimePart in(MimePart part) {
        String name = String.valueOf(part.fileName()).toLowerCase(Locale.ROOT);
        if (!part.mediaType().endsWith("pkcs7-mime") && !name.endsWith(".p7m")) {
            return null;
        }
        try {
            byte[] mail = new SignedMail(part.content()).content();
            return mail == null ? null : MimeReader.read(mail).root();
        } catch (IndexOutOfBoundsException e) {
            return null; // cut off or no such structure: it stays a file
        }
    }

    private byte @Nullable [] content() {
        List<Value> info = inside(value(0, 0), 0);
        boolean signed = info.size() == 2
                && info.get(0).tag == OID
                && Arrays.equals(bytes, info.get(0).start, info.get(0).end, SIGNED_DATA, 0, SIGNED_DATA.length);
        if (!signed) {
            return null;
        }
        Value data = inside(info.get(1), 1).get(0);
        for (Value member : inside(data, 2)) {
            List<Value> content = member.tag == SEQUENCE ? inside(member, 3) : List.of();
            if (content.size() == 2 && content.get(1).tag == EXPLICIT) {
                var text = new ByteArrayOutputStream();
                gather(inside(content.get(1), 4), text, 5);
                return text.toByteArray();
            }
        }
        return null;
    }

    private void gather(List<Value> octets, ByteArrayOutputStream text, int depth) {
        for (Value value : octets) {
            if (value.tag == OCTETS) {
                text.write(bytes, value.start, value.end - value.start);
            } else if (value.tag == OCTETS_IN_PIECES) {
                gather(inside(value, depth), text, depth + 1);
            }
        }
    }

    private List<Value> inside(Value outer, int depth) {
        var values = new ArrayList<Value>();
        for (int at = outer.start; at < outer.end; at = values.get(values.size() - 1).next) {
            if (values.size() == MOST || depth > DEEPEST) {
                throw new IndexOutOfBoundsException(at);
            }
            values.add(value(at, depth));
        }
        return values;
    }

    private Value value(int at, int depth) {
        int tag = bytes[at] & 0xFF;
        int length = bytes[at + 1] & 0xFF;
        int start = at + 2;
        if (length == 0x80) {
            return open(tag, start, depth);
        }
        if (length > 0x80) {
            int digits = length & 0x7F;
            length = 0;
            for (int i = 0; i < digits; i++) {
                length = length << 8
                        | (bytes[start++] & 0xFF); // one that is too long becomes negative or leads out of the bytes
            }
        }
        if (length < 0 || length > bytes.length - start) {
            throw new IndexOutOfBoundsException(at);
        }
        return new Value(tag, start, start + length, start + length);
    }

    /** One whose length is not told: it ends with two zeros. */
    private Value open(int tag, int start, int depth) {
        if (depth > DEEPEST) {
            throw new IndexOutOfBoundsException(start);
        }
        int at = start;
        while (bytes[at] != 0 || bytes[at + 1] != 0) {
            at = value(at, depth + 1).next;
        }
        return new Value(tag, start, at, at + 2);
    }
}

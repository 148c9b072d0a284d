package io.redress.channel.email.mime;

import java.util.Arrays;

/** How much of a mail's texts is read, of all its parts together. Nobody wrote more; it stays in the original. */
public final class TextBudget {

    /** Bytes of a plain text. */
    public static final int PLAIN = 4 << 20;

    /** Bytes of HTML, with the photos that web mailers paste into it, and of all texts together. */
    public static final int ALL = 16 << 20;

    private int left = ALL;
    private boolean exceeded;

    /** The part, or its beginning. */
    public MimePart readable(MimePart part, int longest) {
        int length = Math.min(Math.min(longest, left), part.content().length);
        left -= length;
        if (length == part.content().length) {
            return part;
        }
        exceeded = true;
        return new MimePart(part.headers(), Arrays.copyOf(part.content(), length), part.children());
    }

    /** Whether something was too much. */
    public boolean isExceeded() {
        return exceeded;
    }
}

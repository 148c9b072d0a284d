package io.redress.channel.chat.platform.stream;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Puts the parts of a text frame together, up to the largest that is taken; the rest of a larger one is thrown away. */
final class FrameBuffer {

    /** How many times the largest frame is read in vain before the frame counts as endless. */
    private static final int PATIENCE = 16;

    private final int maxBytes;
    private final StringBuilder text = new StringBuilder();
    private long length;

    FrameBuffer(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    void add(CharSequence part) {
        length += part.length();
        if (length <= maxBytes) { // a character has one byte at least
            text.append(part);
        }
    }

    boolean isEndless() {
        return length > (long) PATIENCE * maxBytes;
    }

    /** The frame, and begins the next; null where it was too large. */
    @Nullable
    String whole() {
        String whole = text.toString();
        boolean tooLarge = length > maxBytes || whole.getBytes(StandardCharsets.UTF_8).length > maxBytes;
        text.setLength(0);
        length = 0;
        return tooLarge ? null : whole;
    }
}

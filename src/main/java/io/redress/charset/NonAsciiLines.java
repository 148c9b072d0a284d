package io.redress.charset;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Keeps the first lines of a byte stream that have more than plain ASCII: by these its charset can be told. */
final class NonAsciiLines {

    private static final int LONGEST = 16 * 1024;
    private static final int ENOUGH = 1 << 20;
    private static final byte ESCAPE = 0x1B;

    private final List<byte[]> lines = new ArrayList<>();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean odd;
    private boolean tooLong;
    private int kept;

    static List<byte[]> of(byte[] text) {
        var all = new NonAsciiLines();
        all.feed(text, text.length);
        all.end();
        return all.lines();
    }

    void feed(byte[] buffer, int length) {
        for (int i = 0; i < length && kept < ENOUGH; i++) {
            byte b = buffer[i];
            if (b == '\n' || b == '\r') {
                end();
            } else if (line.size() < LONGEST) {
                line.write(b);
                odd |= b < 0 || b == ESCAPE;
            } else {
                tooLong = true; // cut, it might end in half a character
            }
        }
    }

    void end() {
        if (odd && !tooLong) {
            lines.add(line.toByteArray());
            kept += line.size();
        }
        line.reset();
        odd = false;
        tooLong = false;
    }

    List<byte[]> lines() {
        return lines;
    }
}

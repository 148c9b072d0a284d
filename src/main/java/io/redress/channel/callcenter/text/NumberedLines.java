package io.redress.channel.callcenter.text;

import io.redress.channel.callcenter.row.RowLimits;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a text file, numbered as an editor numbers them. Lines can be put back to be read again. */
final class NumberedLines implements Closeable {

    /** Stands for bytes that are not valid in the charset: a noncharacter that no text has. */
    static final char DAMAGED = '\uFDD0';

    /** @param tooLong when there was more than {@link RowLimits#ROW} characters; the rest of it is skipped */
    record Line(long number, String text, boolean tooLong) {}

    private final Reader reader;
    private final Deque<Line> putBack = new ArrayDeque<>();
    private long number;
    private int ahead = NOTHING;
    private static final int NOTHING = -2;
    private static final int END = -1;

    NumberedLines(Path file, Charset charset, int bomLength) throws IOException {
        var bytes = new BufferedInputStream(Files.newInputStream(file), 64 * 1024);
        bytes.skipNBytes(bomLength);
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .replaceWith(String.valueOf(DAMAGED));
        this.reader = new BufferedReader(new InputStreamReader(bytes, decoder), 64 * 1024);
    }

    /** The next line without its end, null after the last. */
    @Nullable
    Line next() throws IOException {
        Line again = putBack.poll();
        return again != null ? again : read();
    }

    void putBack(List<Line> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            putBack.push(lines.get(i));
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private @Nullable Line read() throws IOException {
        int c = take();
        if (c == END) {
            return null;
        }
        var text = new StringBuilder();
        boolean tooLong = false;
        while (c != END && c != '\n' && c != '\r') {
            if (text.length() < RowLimits.ROW) {
                text.append((char) c);
            } else {
                tooLong = true;
            }
            c = take();
        }
        if (c == '\r') {
            int next = take();
            ahead = next == '\n' ? NOTHING : next;
        }
        return new Line(++number, text.toString(), tooLong);
    }

    private int take() throws IOException {
        int c = ahead == NOTHING ? reader.read() : ahead;
        ahead = c == END ? END : NOTHING;
        return c;
    }
}

package io.redress.charset;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/** Counts the lines of a byte stream that are valid, and not valid, in a charset that keeps ASCII as it is. */
final class CharsetValidator {

    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(64 * 1024 + 8);
    private final CharBuffer chars = CharBuffer.allocate(16 * 1024);
    private boolean lineHasMore;
    private boolean lineIsDamaged;
    private long clean;
    private long damaged;

    CharsetValidator(Charset charset) {
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    void feed(byte[] buffer, int length) {
        bytes.put(buffer, 0, length).flip();
        decode(false);
        bytes.compact();
    }

    void end() {
        bytes.flip();
        decode(true);
        endLine();
    }

    /** Lines that have more than ASCII and are valid. */
    long clean() {
        return clean;
    }

    /** Lines that are not valid. */
    long damaged() {
        return damaged;
    }

    private void decode(boolean last) {
        while (true) {
            CoderResult result = decoder.decode(bytes, chars, last);
            count();
            if (result.isError()) {
                lineIsDamaged = true;
                bytes.position(bytes.position() + result.length());
            } else if (result.isUnderflow()) {
                return;
            }
        }
    }

    private void count() {
        chars.flip();
        while (chars.hasRemaining()) {
            char c = chars.get();
            if (c == '\n') {
                endLine();
            } else if (c >= 0x80) {
                lineHasMore = true;
            }
        }
        chars.clear();
    }

    private void endLine() {
        if (lineIsDamaged) {
            damaged++;
        } else if (lineHasMore) {
            clean++;
        }
        lineHasMore = false;
        lineIsDamaged = false;
    }
}

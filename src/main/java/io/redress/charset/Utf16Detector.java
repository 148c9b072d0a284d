package io.redress.charset;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Text of two bytes a character without a byte order mark, told by its line ends and by what stands between them. */
final class Utf16Detector {

    private Utf16Detector() {}

    /** The order in which the beginning of a file reads as text; null when it does in neither, or in both. */
    static @Nullable Charset in(byte[] start) {
        boolean little = isText(start, StandardCharsets.UTF_16LE);
        boolean big = isText(start, StandardCharsets.UTF_16BE);
        return little == big ? null : little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }

    private static boolean isText(byte[] start, Charset charset) {
        CharBuffer text = CharBuffer.allocate(start.length);
        var result = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(start), text, false);
        if (result.isError()) {
            return false;
        }
        text.flip();
        int ascii = 0;
        boolean lines = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean control = c < ' ' && c != '\t' && c != '\r' && c != '\n';
            if (control || (c >= 0x80 && !Character.isSurrogate(c) && EncodingCandidate.isMeaningless(c))) {
                return false;
            }
            lines |= c == '\n' || c == '\r';
            ascii += c < 0x80 ? 1 : 0;
        }
        return lines && ascii * 20 >= text.length();
    }
}

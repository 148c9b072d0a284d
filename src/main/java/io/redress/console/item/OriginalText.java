package io.redress.console.item;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Originals as text to look at: what cannot be seen has a visible sign in its place, and line ends stay. */
final class OriginalText {

    /** Bytes; of bigger ones a page shows nothing. */
    static final long BIGGEST = 256 * 1024;

    private static final int MOST = 60_000;

    private OriginalText() {}

    /** At most some ten thousand characters, as UTF-8 or else byte by byte. */
    static String of(byte[] original) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(original))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(original, StandardCharsets.ISO_8859_1);
        }
        var shown = new StringBuilder();
        text.codePoints().limit(MOST).forEach(character -> shown.appendCodePoint(visible(character)));
        return text.codePointCount(0, text.length()) > MOST ? shown + "…" : shown.toString();
    }

    private static int visible(int character) {
        boolean lineOrTab = character == '\n' || character == '\t';
        int type = Character.getType(character);
        boolean unseen = type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
        if (character == '\r') {
            return ' ';
        }
        return unseen && !lineOrTab ? 0xFFFD : character;
    }
}

package io.redress.charset;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** A charset in which a text without a declared one may be written, and how well a text reads in it. */
enum EncodingCandidate {
    UTF_8("UTF-8", character -> 1),
    GB18030("GB18030", ScriptScores::inSimplifiedChinese),
    BIG5("Big5-HKSCS", ScriptScores::inTraditionalChinese),
    KOREAN("x-windows-949", ScriptScores::inKorean),
    SHIFT_JIS("windows-31j", ScriptScores::inJapanese),
    EUC_JP("EUC-JP", ScriptScores::inJapanese);

    /** A reading of which more lines than this share are damaged is none. */
    private static final double MOST_DAMAGED = 0.5;
    /** Korean syllables have the codes of half of the Chinese characters: text of these alone is hardly ever Chinese. */
    private static final double ALL_SYLLABLES = 0.3;

    private static final int NO_ACCIDENT = 3;

    private final Charset charset;
    private final IntToDoubleFunction weight;

    EncodingCandidate(String charset, IntToDoubleFunction weight) {
        this.charset = Charset.forName(charset);
        this.weight = weight;
    }

    Charset charset() {
        return charset;
    }

    /** The one that has all characters of a charset; empty when it is another kind. */
    static Optional<EncodingCandidate> of(@Nullable String name) {
        Charset wider = CharsetAliases.find(name);
        return Arrays.stream(values()).filter(one -> one.charset.equals(wider)).findFirst();
    }

    /**
     * How well lines read: 1 when every character is one that such texts are full of, 0 when they say nothing, below when they are
     * not written so.
     */
    double score(List<byte[]> lines) {
        double sum = 0;
        long characters = 0;
        long damaged = 0;
        boolean alien = false;
        for (byte[] line : lines) {
            try {
                CharBuffer text = strictly(line, charset);
                for (int i = 0; i < text.length(); i++) {
                    char c = text.charAt(i);
                    if (c >= 0x80 && !Character.isLowSurrogate(c)) {
                        double tells = isMeaningless(c) ? -1 : weight.applyAsDouble(c);
                        alien |= tells < 0;
                        sum += tells;
                        characters++;
                    }
                }
            } catch (CharacterCodingException e) {
                damaged++;
            }
        }
        double share = lines.isEmpty() ? 0 : damaged / (double) lines.size();
        if (share > MOST_DAMAGED || characters == 0) {
            return -1;
        }
        double bonus = this == KOREAN && !alien && characters >= NO_ACCIDENT ? ALL_SYLLABLES : 0;
        return sum / characters - share / 2 + bonus;
    }

    /** How many lines are not valid in a charset. */
    static long damaged(List<byte[]> lines, Charset charset) {
        return lines.stream().filter(line -> !isStrict(line, charset)).count();
    }

    /** Whether bytes are faultless text in a charset. */
    static boolean isStrict(byte[] line, Charset charset) {
        try {
            return strictly(line, charset).hasArray();
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static CharBuffer strictly(byte[] line, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(line));
    }

    /** Controls and what no standard gives a meaning: nobody writes them, so they tell a wrong charset. */
    static boolean isMeaningless(char c) {
        return c < 0xA0 || (c >= '\uE000' && c <= '\uF8FF') || c >= '\uFFF0' || !Character.isDefined(c);
    }
}

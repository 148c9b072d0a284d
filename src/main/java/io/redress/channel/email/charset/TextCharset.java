package io.redress.channel.email.charset;

import com.ibm.icu.text.CharsetDetector;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Decodes text whose declared charset may be missing, unknown or a lie, as it often is in mail: byte order mark, then the
 * declared charset where it is Chinese, Japanese or Korean and the bytes agree, then strict UTF-8, then any other declared
 * charset that agrees, then detection. Never fails.
 */
public final class TextCharset {

    /** Share of everyday characters above which bytes are taken for Chinese whatever the mail declares. */
    private static final double PLAINLY_CHINESE = 0.7;

    /** The same for bytes that are faultless Chinese, which Western text hardly ever is: names have rare characters. */
    private static final double POSSIBLY_CHINESE = 0.5;

    /** By so much the share of the other Chinese encoding must be greater to overrule the declared one. */
    private static final double FAR_BETTER = 0.35;

    /** In fewer different characters than this, shares say nothing against what is declared. */
    private static final int ENOUGH_TO_JUDGE = 8;

    /** More two-byte characters of UTF-8 in a row are no accident of GBK or Big5. */
    private static final int ACCIDENTAL_UTF8 = 4;

    /** Of a text's bytes, as many as the judgement looks at. */
    private static final int SAMPLE = 64 * 1024;

    private static final Charset GB18030 = CharsetAliases.GB18030;
    private static final Charset BIG5 = CharsetAliases.BIG5;

    private TextCharset() {}

    /**
     * The text, without control characters.
     *
     * @param declared the name in the mail, in any case and quoting; null when there is none
     */
    public static String decode(byte[] bytes, @Nullable String declared) {
        return decodeBytes(bytes, declared).replaceAll("[\\p{Cntrl}&&[^\\t\\n\\r]]", "");
    }

    /** Whether the bytes are faultless text in UTF-8 or in the declared charset. */
    public static boolean agrees(byte[] bytes, @Nullable String declared) {
        Charset charset = CharsetAliases.find(declared);
        return isStrict(bytes, StandardCharsets.UTF_8) || (charset != null && isStrict(bytes, charset));
    }

    private static String decodeBytes(byte[] bytes, @Nullable String name) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        String shifted = SevenBitEncodings.decode(bytes, name);
        return shifted != null ? shifted : decodeBytes(bytes, CharsetAliases.find(name));
    }

    private static String decodeBytes(byte[] bytes, @Nullable Charset declared) {
        boolean utf8 = isStrict(bytes, StandardCharsets.UTF_8);
        if (declared != null && isWide(declared) && mayBeWide(bytes, utf8) && isStrict(bytes, declared)) {
            return new String(bytes, declared);
        }
        if (declared != null && CharsetAliases.isEastAsian(declared) && isStrict(bytes, declared)) {
            byte[] sample = sample(bytes);
            if (utf8 ? isAccidentallyUtf8(bytes) : !isOverruled(sample, declared)) {
                return new String(bytes, declared);
            }
        }
        return new String(bytes, utf8 ? StandardCharsets.UTF_8 : judged(bytes, declared));
    }

    /**
     * Whether bytes that are valid UTF-8 may be so by accident: a few characters of GBK or Big5 can look like letters of
     * two bytes (Greek, Hebrew, Arabic), which UTF-8 with Chinese hardly ever has beside its characters of three.
     */
    private static boolean isAccidentallyUtf8(byte[] bytes) {
        int[] foreign = new String(bytes, StandardCharsets.UTF_8)
                .codePoints()
                .filter(c -> c > 0x7F)
                .toArray();
        return foreign.length > 0
                && foreign.length <= ACCIDENTAL_UTF8
                && Arrays.stream(foreign).anyMatch(c -> c < 0x800);
    }

    /** Whether the bytes of a long text speak strongly for the other of the two Chinese encodings. */
    private static boolean isOverruled(byte[] sample, Charset declared) {
        if (!declared.equals(GB18030) && !declared.equals(BIG5)) {
            return false;
        }
        var gb = ChineseByteStatistics.count(sample, true);
        var big5 = ChineseByteStatistics.count(sample, false);
        var own = declared.equals(GB18030) ? gb : big5;
        var other = declared.equals(GB18030) ? big5 : gb;
        return own.different() >= ENOUGH_TO_JUDGE
                && other.share() >= PLAINLY_CHINESE
                && other.share() - own.share() >= FAR_BETTER;
    }

    private static Charset judged(byte[] bytes, @Nullable Charset declared) {
        byte[] sample = sample(bytes);
        if (declared != null
                && isStrict(bytes, declared)
                && UnicodeScripts.isOneAlphabet(new String(sample, declared))) {
            return declared;
        }
        double gb = ChineseByteStatistics.count(sample, true).share();
        double big5 = ChineseByteStatistics.count(sample, false).share();
        double enough = isHanOnly(sample, big5 > gb ? BIG5 : GB18030) ? POSSIBLY_CHINESE : PLAINLY_CHINESE;
        if (Math.max(gb, big5) >= enough) {
            boolean tie = Math.abs(gb - big5) < 0.1 && declared != null;
            return (tie ? BIG5.equals(declared) : big5 > gb) ? BIG5 : GB18030;
        }
        if (declared != null && !declared.equals(StandardCharsets.UTF_8) && isStrict(bytes, declared)) {
            return declared;
        }
        if (declared != null && declared.equals(StandardCharsets.UTF_8) && isMostlyUtf8(sample)) {
            return declared;
        }
        var match = new CharsetDetector().setText(sample).detect();
        Charset detected = match == null || match.getConfidence() < 20 ? null : CharsetAliases.find(match.getName());
        return detected != null && !isWide(detected) ? detected : Charset.forName("windows-1252");
    }

    private static byte[] sample(byte[] bytes) {
        return Arrays.copyOf(bytes, Math.min(bytes.length, SAMPLE));
    }

    private static boolean isHanOnly(byte[] bytes, Charset charset) {
        return isStrict(bytes, charset) && UnicodeScripts.isHanOnly(new String(bytes, charset));
    }

    /** Text cut within a character, or with a few broken bytes, is still UTF-8. */
    private static boolean isMostlyUtf8(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        long broken = text.chars().filter(c -> c == 0xFFFD).count();
        long foreign = text.chars().filter(c -> c > 0x7F).count();
        return broken * 4 < foreign;
    }

    /**
     * Every blank, line end and Latin letter of such text has a byte of zero. What has none and reads as UTF-8 is UTF-8: old
     * Outlooks call it {@code unicode}.
     */
    private static boolean mayBeWide(byte[] bytes, boolean utf8) {
        for (byte b : bytes) {
            if (b == 0) {
                return !isMostlyAscii(bytes);
            }
        }
        return !utf8 && !isMostlyAscii(bytes);
    }

    /** Text of two or four bytes a character is never made of printable ASCII alone. */
    private static boolean isMostlyAscii(byte[] bytes) {
        int ascii = 0;
        for (byte b : bytes) {
            ascii += (b >= ' ' && b < 0x7F) || b == '\n' || b == '\r' || b == '\t' ? 1 : 0;
        }
        return ascii * 10 > bytes.length * 9;
    }

    private static boolean isStrict(byte[] bytes, Charset charset) {
        try {
            charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean isWide(Charset charset) {
        return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != prefix[i]) {
                return false;
            }
        }
        return true;
    }
}

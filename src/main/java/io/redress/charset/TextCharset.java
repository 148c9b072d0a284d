package io.redress.charset;

import static io.redress.charset.EncodingCandidate.isStrict;

import com.ibm.icu.text.CharsetDetector;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decodes text whose declared charset may be missing, unknown or a lie, as it often is in mail: byte order mark, then the
 * declared charset where it is Chinese, Japanese or Korean and the bytes agree, then strict UTF-8, then any other declared
 * charset that agrees, then detection. Never fails.
 */
public final class TextCharset {

    /** A text that reads as well in the other Chinese encoding is written in it, whatever is declared. */
    private static final double PLAINLY_OTHER = 0.2;

    /** By so much it must read better there. */
    private static final double FAR_BETTER = 0.35;

    /** Fewer different characters than this say nothing against what is declared. */
    private static final int ENOUGH_TO_JUDGE = 8;

    /** More two-byte characters of UTF-8 in a row are no accident of GBK or Big5. */
    private static final int ACCIDENTAL_UTF8 = 4;

    /** Of a text's bytes, as many as the judgement looks at. */
    private static final int SAMPLE = 64 * 1024;

    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}&&[^\\t\\n\\r]]");

    private TextCharset() {}

    /**
     * The text, without control characters.
     *
     * @param declared the name in the mail, in any case and quoting; null when there is none
     */
    public static String decode(byte[] bytes, @Nullable String declared) {
        return CONTROLS.matcher(decodeBytes(bytes, declared)).replaceAll("");
    }

    /** Whether the bytes are faultless text in UTF-8 or in the declared charset. */
    public static boolean agrees(byte[] bytes, @Nullable String declared) {
        Charset charset = CharsetAliases.find(declared);
        return isStrict(bytes, StandardCharsets.UTF_8) || (charset != null && isStrict(bytes, charset));
    }

    private static String decodeBytes(byte[] bytes, @Nullable String name) {
        ByteOrderMark mark = ByteOrderMark.of(bytes);
        if (mark != null) {
            return new String(bytes, mark.length(), bytes.length - mark.length(), mark.charset());
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
            if (utf8 ? isAccidentallyUtf8(bytes) : !isOverruled(bytes, declared)) {
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

    /** Whether a long text reads far better in the other of the two Chinese encodings. */
    private static boolean isOverruled(byte[] bytes, Charset declared) {
        EncodingCandidate own = EncodingCandidate.of(declared.name()).orElse(null);
        if (own != EncodingCandidate.GB18030 && own != EncodingCandidate.BIG5) {
            return false;
        }
        List<byte[]> lines = NonAsciiLines.of(sample(bytes));
        double other =
                (own == EncodingCandidate.BIG5 ? EncodingCandidate.GB18030 : EncodingCandidate.BIG5).score(lines);
        return different(new String(sample(bytes), declared)) >= ENOUGH_TO_JUDGE
                && other >= PLAINLY_OTHER
                && other - own.score(lines) >= FAR_BETTER;
    }

    private static Charset judged(byte[] bytes, @Nullable Charset declared) {
        byte[] sample = sample(bytes);
        boolean agrees = declared != null && isStrict(bytes, declared);
        if (declared != null && agrees && UnicodeScripts.isOneAlphabet(new String(sample, declared))) {
            return declared;
        }
        Charset read = read(sample, declared);
        if (read != null) {
            return read;
        }
        if (declared != null && (declared.equals(StandardCharsets.UTF_8) ? isMostlyUtf8(sample) : agrees)) {
            return declared;
        }
        var match = new CharsetDetector().setText(sample).detect();
        Charset detected = match == null || match.getConfidence() < 20 ? null : CharsetAliases.find(match.getName());
        return detected != null && !isWide(detected) ? detected : Charset.forName("windows-1252");
    }

    /** Null when it reads well in none of the candidates. */
    private static @Nullable Charset read(byte[] sample, @Nullable Charset declared) {
        List<byte[]> lines = NonAsciiLines.of(sample);
        if (Reading.isLatin(lines)) {
            return null;
        }
        String name = declared == null ? null : declared.name();
        Reading reading = Reading.of(lines, EncodingCandidate.of(name).orElse(null));
        Charset best = reading.best().charset();
        String text = new String(sample, best);
        // every second character of a name may be a rare one
        boolean isName = reading.isLikely() && UnicodeScripts.isHanOnly(text) && isStrict(sample, best);
        return (reading.isClear() || isName) && different(text) > 1 ? best : null;
    }

    private static long different(String text) {
        return text.chars().filter(c -> c > 0x7F).distinct().count();
    }

    private static byte[] sample(byte[] bytes) {
        return Arrays.copyOf(bytes, Math.min(bytes.length, SAMPLE));
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

    private static boolean isWide(Charset charset) {
        return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
    }
}

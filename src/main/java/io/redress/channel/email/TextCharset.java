package io.redress.channel.email;

import com.ibm.icu.text.CharsetDetector;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Decodes text whose declared charset may be missing, unknown or a lie, as it often is in mail: byte order mark, then
 * strict UTF-8, then the declared charset if the bytes agree, then detection. Never fails.
 */
final class TextCharset {

    /** Share of everyday characters above which bytes are taken for Chinese whatever the mail declares. */
    private static final double PLAINLY_CHINESE = 0.7;

    /** The same for bytes that are faultless Chinese, which Western text hardly ever is: names have rare characters. */
    private static final double POSSIBLY_CHINESE = 0.5;

    /** Of a text's bytes, as many as the judgement looks at. */
    private static final int SAMPLE = 64 * 1024;

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset BIG5 = Charset.forName("Big5-HKSCS");

    private TextCharset() {}

    /**
     * The text, without control characters.
     *
     * @param declared the name in the mail, in any case and quoting; null when there is none
     */
    static String decode(byte[] bytes, @Nullable String declared) {
        return decodeBytes(bytes, named(declared)).replaceAll("[\\p{Cntrl}&&[^\\t\\n\\r]]", "");
    }

    private static String decodeBytes(byte[] bytes, @Nullable Charset declared) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        if (declared != null && isNotAsciiBased(declared) && isStrict(bytes, declared)) {
            return new String(bytes, declared);
        }
        if (isStrict(bytes, StandardCharsets.UTF_8)) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        return new String(bytes, judged(bytes, declared));
    }

    private static Charset judged(byte[] bytes, @Nullable Charset declared) {
        byte[] sample = Arrays.copyOf(bytes, Math.min(bytes.length, SAMPLE));
        double gb = everydayShare(sample, true);
        double big5 = everydayShare(sample, false);
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
        Charset detected = match == null || match.getConfidence() < 20 ? null : named(match.getName());
        return detected != null ? detected : Charset.forName("windows-1252");
    }

    /**
     * The share of two-byte characters that everyday Chinese uses: level 1 and the symbols of GB 2312, or of Big5. Text of
     * the other encoding falls outside for about every second character.
     */
    private static double everydayShare(byte[] bytes, boolean gb) {
        int everyday = 0;
        int others = 0;
        for (int i = 0; i < bytes.length; i++) {
            int lead = bytes[i] & 0xFF;
            if (lead < 0x80) {
                continue;
            }
            int trail = i + 1 < bytes.length ? bytes[i + 1] & 0xFF : 0;
            boolean trails = gb ? trail >= 0xA1 : (trail >= 0x40 && trail <= 0x7E) || trail >= 0xA1;
            boolean leads = gb
                    ? (lead >= 0xB0 && lead <= 0xD7) || (lead >= 0xA1 && lead <= 0xA3)
                    : (lead >= 0xA4 && lead <= 0xC6) || (lead >= 0xA1 && lead <= 0xA2);
            if (leads && trails) {
                everyday++;
            } else {
                others++;
            }
            i += trail >= 0x40 ? 1 : 0;
        }
        return everyday + others < 2 ? 0 : (double) everyday / (everyday + others);
    }

    private static boolean isHanOnly(byte[] bytes, Charset charset) {
        return isStrict(bytes, charset)
                && new String(bytes, charset)
                        .codePoints()
                        .filter(c -> c > 0x7F)
                        .allMatch(c ->
                                Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN || !Character.isLetter(c));
    }

    /** Text cut within a character, or with a few broken bytes, is still UTF-8. */
    private static boolean isMostlyUtf8(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        long broken = text.chars().filter(c -> c == 0xFFFD).count();
        long foreign = text.chars().filter(c -> c > 0x7F).count();
        return broken * 4 < foreign;
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

    private static boolean isNotAsciiBased(Charset charset) {
        String name = charset.name();
        return name.startsWith("UTF-16") || name.startsWith("UTF-32") || name.startsWith("ISO-2022");
    }

    /** The charset of a name; GB2312 and GBK are read as GB18030, which contains them. Null when Java knows none. */
    private static @Nullable Charset named(@Nullable String name) {
        if (name == null) {
            return null;
        }
        String plain = name.strip().replace("\"", "").replace("'", "").toLowerCase(Locale.ROOT);
        if (plain.matches("gb[_-]?(2312|k|18030)([_-].*)?|x-gbk|euc-?cn|cp936|ms936|hz-gb-2312|chinese|csgb2312")) {
            return GB18030;
        }
        if (plain.matches("(cn-)?big-?5.*|x-x-big5|cp950|ms950|csbig5")) {
            return BIG5;
        }
        try {
            return Charset.forName(plain);
        } catch (IllegalArgumentException e) {
            return null;
        }
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

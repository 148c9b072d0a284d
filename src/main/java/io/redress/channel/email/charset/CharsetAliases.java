package io.redress.channel.email.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the names of charsets in mails mean, which are often spelled in ways of their own. */
final class CharsetAliases {

    static final Charset GB18030 = Charset.forName("GB18030");
    static final Charset BIG5 = Charset.forName("Big5-HKSCS");

    private static final Charset KOREAN = Charset.forName("x-windows-949");
    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");

    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final Charset HEBREW = Charset.forName("ISO-8859-8");
    private static final Charset TURKISH = Charset.forName("windows-1254");
    private static final Charset THAI = Charset.forName("x-windows-874");

    /** By canonical name: those of more than one byte a character, in which most bytes are above 127. */
    private static final Set<String> EAST_ASIAN = Set.of(
            GB18030.name(),
            BIG5.name(),
            KOREAN.name(),
            SHIFT_JIS.name(),
            "EUC-JP",
            "x-eucJP-Open",
            "EUC-TW",
            "x-EUC-TW");

    private CharsetAliases() {}

    /**
     * The charset of a name. The older ones are read as their supersets: GB2312 and GBK as GB18030, EUC-KR as Windows' code
     * page 949, Shift_JIS as code page 932, Latin-1 as code page 1252 and so on (WHATWG Encoding Standard, 4.2): programs
     * write their curly quotes and euro signs under the older names.
     *
     * @param name in any case and quoting
     * @return null when Java knows none of that name
     */
    static @Nullable Charset find(@Nullable String name) {
        if (name == null) {
            return null;
        }
        String plain = name.strip().replace("\"", "").replace("'", "").toLowerCase(Locale.ROOT);
        if (plain.matches("gb[_-]?(2312|k|18030)([_-].*)?|x-gbk|euc-?cn|cp936|ms936|chinese|csgb2312")) {
            return GB18030;
        }
        if (plain.matches("(cn-)?big-?5.*|x-x-big5|cp950|ms950|csbig5")) {
            return BIG5;
        }
        if (plain.matches("euc-?kr|ks_?c_?5601(-\\d{4})?|korean|cp949|ms949|uhc")) {
            return KOREAN;
        }
        if (plain.matches("shift[_-]?jis|x-sjis|sjis|ms_kanji|cp932|ms932")) {
            return SHIFT_JIS;
        }
        if (plain.matches("iso[_-]?8859-?1|latin-?1|l1|cp819|ibm819|us-ascii|ascii|ansi_x3.4-1968")) {
            return WESTERN;
        }
        if (plain.matches("iso-8859-8-[ie]|logical|visual")) {
            return HEBREW;
        }
        if (plain.matches("iso[_-]?8859-?9|latin-?5")) {
            return TURKISH;
        }
        if (plain.matches("tis-?620|iso-8859-11")) {
            return THAI;
        }
        try {
            return plain.isEmpty() ? null : Charset.forName(plain);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Whether hardly any bytes but text of that charset decode in it without a fault. */
    static boolean isEastAsian(Charset charset) {
        return !charset.equals(StandardCharsets.UTF_8) && EAST_ASIAN.contains(charset.name());
    }
}

package io.redress.charset;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the names of charsets in mails and settings mean, which are often spelled in ways of their own. */
final class CharsetAliases {

    /** Names as they are written in lower case, and what each of them means; the first that fits counts. */
    private static final List<Alias> ALIASES = List.of(
            new Alias(
                    "gb[_-]?(2312|k|18030)([_-].*)?|x-gbk|euc-?cn|cp936|windows-936|ms936|chinese|csgb2312",
                    EncodingCandidate.GB18030.charset()),
            new Alias("(cn-)?big-?5.*|x-x-big5|cp950|x-windows-950|ms950|csbig5", EncodingCandidate.BIG5.charset()),
            new Alias("euc-?kr|ks_?c_?5601(-\\d{4})?|korean|cp949|ms949|uhc", EncodingCandidate.KOREAN.charset()),
            new Alias("shift[_-]?jis|x-sjis|sjis|ms_kanji|cp932|ms932", EncodingCandidate.SHIFT_JIS.charset()),
            new Alias(
                    "iso[_-]?8859-?1|latin-?1|l1|cp819|ibm819|us-ascii|ascii|ansi_x3.4-1968",
                    Charset.forName("windows-1252")),
            new Alias("iso-8859-8-[ie]|logical|visual", Charset.forName("ISO-8859-8")),
            new Alias("iso[_-]?8859-?9|latin-?5", Charset.forName("windows-1254")),
            new Alias("tis-?620|iso-8859-11", Charset.forName("x-windows-874")));

    /** By canonical name: beside the candidates. */
    private static final Set<String> OTHER_EAST_ASIAN = Set.of("x-eucJP-Open", "x-EUC-TW");

    private record Alias(Pattern names, Charset charset) {
        private Alias(String names, Charset charset) {
            this(Pattern.compile(names), charset);
        }
    }

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
        for (Alias alias : ALIASES) {
            if (alias.names().matcher(plain).matches()) {
                return alias.charset();
            }
        }
        try {
            return plain.isEmpty() ? null : Charset.forName(plain);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Whether hardly any bytes but text of that charset decode in it without a fault. */
    static boolean isEastAsian(Charset charset) {
        boolean candidate = Arrays.stream(EncodingCandidate.values())
                .anyMatch(one -> one != EncodingCandidate.UTF_8 && one.charset().equals(charset));
        return candidate || OTHER_EAST_ASIAN.contains(charset.name());
    }
}

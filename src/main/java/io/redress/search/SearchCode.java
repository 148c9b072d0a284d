package io.redress.search;

import com.ibm.icu.text.Normalizer2;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;

/** Numbers that people copy with other spaces and hyphens than they have: orders, serials, tickets. */
final class SearchCode {

    static final int LONGEST = 60;

    private static final Normalizer2 COMPATIBLE = Normalizer2.getNFKCCasefoldInstance();
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern TICKET = Pattern.compile("(?<letter>r?)(?<day>[0-9oil]{6})(?<last>[0-9a-z&&[^u]]{6})");

    private SearchCode() {}

    /** Letters and digits alone, folded, at most 60. */
    static String of(String written) {
        return StringUtils.truncate(
                BETWEEN.matcher(COMPATIBLE.normalize(written)).replaceAll(""), LONGEST);
    }

    /** Of a ticket's number, or of part of it, what stands behind the R: o read as 0, i and l as 1. */
    static String ofTicket(String written) {
        String code = of(written);
        return readDigits(code.startsWith("r") ? code.substring(1) : code);
    }

    /** The number of a ticket as the hub writes it, of a text that is one in any case, with or without R and hyphens; else null. */
    static @Nullable String ticketNumber(String written) {
        var number = TICKET.matcher(of(written));
        if (!number.matches()) {
            return null;
        }
        String day = readDigits(number.group("day"));
        return ("R-" + day + "-" + readDigits(number.group("last"))).toUpperCase(Locale.ROOT);
    }

    private static String readDigits(String code) {
        return code.replace('o', '0').replace('i', '1').replace('l', '1');
    }
}

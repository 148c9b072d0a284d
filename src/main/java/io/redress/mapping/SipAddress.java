package io.redress.mapping;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The addresses by which a telephone system names a caller: a SIP or tel URI (RFC 3261, RFC 3966), or a From header with one. */
final class SipAddress {

    /** {@code "Li" <sip:1001@10.0.0.1:5060;user=phone>;tag=1}, alone or as one of several; only a name in quotes may have digits. */
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:^|(?<=[/;,|、，；\\n]))\\s{0,5}(?:\"[^\"<>]{0,100}\"|[^\"<>/;,|、，；\\n\\p{Nd}]{0,100}?)\\s{0,5}<?"
                    + "(?<![\\p{L}\\p{N}])(?:sips?:([^@:<>\\s\",，]{1,100})(?::[^@<>\\s\",，]{0,100})?@[^<>\\s\",，、|]{1,300}"
                    + "|tel:([+(\\d][^<>\\s\",，、|/]{0,100}))"
                    + "(?:>(?:;[^\\s<>\",，]{1,100})?)?",
            Pattern.CASE_INSENSITIVE);

    private SipAddress() {}

    /** What was written, with the user of each SIP URI, and the number of each tel URI, in its place. */
    static String numbers(String written) {
        if (written.indexOf(':') < 0) {
            return written;
        }
        return ADDRESS.matcher(written).replaceAll(found -> {
            String user = found.group(1);
            String number = user == null ? found.group(2) : user.replaceAll("(?i)%2b", "+");
            return Matcher.quoteReplacement(number);
        });
    }
}

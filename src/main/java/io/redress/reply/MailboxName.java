package io.redress.reply;

import com.ibm.icu.text.IDNA;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.client5.http.psl.PublicSuffixMatcher;
import org.apache.hc.client5.http.psl.PublicSuffixMatcherLoader;

/**
 * A mailbox whatever way its address is written: small letters, without what stands after a plus, without the dots that
 * Google leaves out of account, internationalised domains in ASCII (UTS #46).
 *
 * @param mailbox such as {@code one@example.com}
 * @param domain that of the organisation, such as {@code example.com} for {@code @mail.example.com}
 */
public record MailboxName(String mailbox, String domain) {

    private static final Set<String> GOOGLE = Set.of("gmail.com", "googlemail.com");
    private static final IDNA IDN = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII);
    private static final PublicSuffixMatcher SUFFIXES = PublicSuffixMatcherLoader.getDefault();

    /** @param address with an {@code @}; of what comes before the last one, nothing is asked */
    public static MailboxName of(String address) {
        int at = address.lastIndexOf('@');
        String host = ascii(address.substring(at + 1).strip());
        String local = address.substring(0, Math.max(at, 0)).strip().toLowerCase(Locale.ROOT);
        int plus = local.indexOf('+');
        local = plus > 0 ? local.substring(0, plus) : local;
        if (GOOGLE.contains(host)) {
            return new MailboxName(local.replace(".", "") + "@gmail.com", "gmail.com");
        }
        String organisation = SUFFIXES.getDomainRoot(host);
        return new MailboxName(local + "@" + host, organisation == null ? host : organisation);
    }

    private static String ascii(String host) {
        var info = new IDNA.Info();
        var ascii = new StringBuilder();
        IDN.nameToASCII(host, ascii, info);
        String name = info.hasErrors() ? host : ascii.toString();
        String plain = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        return plain.toLowerCase(Locale.ROOT);
    }
}

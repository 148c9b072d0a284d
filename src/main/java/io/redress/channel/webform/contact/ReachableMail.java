package io.redress.channel.webform.contact;

import java.net.IDN;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail address by its looks (RFC 5321, 4.1.2, without quoted local parts and address literals, which no mailbox of a
 * person has; RFC 6531 for letters that are not ASCII). Whether its domain takes mail only a look-up could tell.
 */
public record ReachableMail(String local, String domain) {

    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST_DOMAIN = 253;
    private static final Pattern ATOM = Pattern.compile("[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern TOP_LEVEL = Pattern.compile("[a-z]{2,63}|xn--[a-z0-9-]{1,59}");

    /** RFC 2606, RFC 6761, RFC 6762, RFC 8375, RFC 9476 and the names that routers give: no mail gets there. */
    private static final Set<String> RESERVED = Set.of(
            "example",
            "test",
            "invalid",
            "localhost",
            "local",
            "internal",
            "lan",
            "home",
            "corp",
            "arpa",
            "onion",
            "alt");

    private static final Set<String> EXAMPLES = Set.of("example.com", "example.net", "example.org", "example.edu");

    /** Slips of the finger, each with what was meant; these are no providers of mail, though somebody may own them. */
    private static final Map<String, String> SLIPS = Map.ofEntries(
            Map.entry("gmial.com", "gmail.com"),
            Map.entry("gmai.com", "gmail.com"),
            Map.entry("gmal.com", "gmail.com"),
            Map.entry("gamil.com", "gmail.com"),
            Map.entry("gnail.com", "gmail.com"),
            Map.entry("gmaill.com", "gmail.com"),
            Map.entry("gmail.cm", "gmail.com"),
            Map.entry("hotmial.com", "hotmail.com"),
            Map.entry("hotmal.com", "hotmail.com"),
            Map.entry("hotmai.com", "hotmail.com"),
            Map.entry("outlok.com", "outlook.com"),
            Map.entry("outloook.com", "outlook.com"),
            Map.entry("yaho.com", "yahoo.com"),
            Map.entry("yahooo.com", "yahoo.com"),
            Map.entry("iclod.com", "icloud.com"),
            Map.entry("icoud.com", "icloud.com"),
            Map.entry("foxmial.com", "foxmail.com"),
            Map.entry("qq.cm", "qq.com"),
            Map.entry("163.cm", "163.com"),
            Map.entry("126.cm", "126.com"));

    /** Ends that are not top-level domains. */
    private static final Set<String> SLIPS_OF_COM = Set.of("con", "cmo", "ocm", "comm", "vom", "xom");

    /** The address that somebody wrote; null when it cannot be one. The domain is in its form in ASCII. */
    public static @Nullable ReachableMail of(String written) {
        String address = written.strip();
        int at = address.lastIndexOf('@');
        if (at < 1 || at > LONGEST_LOCAL) {
            return null;
        }
        String local = address.substring(0, at);
        String domain = ascii(address.substring(at + 1));
        String[] labels = domain.split("\\.", -1);
        boolean sound = Arrays.stream(local.split("\\.", -1))
                        .allMatch(atom -> ATOM.matcher(atom).matches())
                && labels.length > 1
                && domain.length() <= LONGEST_DOMAIN
                && Arrays.stream(labels).allMatch(label -> LABEL.matcher(label).matches())
                && TOP_LEVEL.matcher(labels[labels.length - 1]).matches();
        return sound ? new ReachableMail(local, domain) : null;
    }

    /** Whether the domain is set aside for examples, tests and networks of a house. */
    public boolean isReserved() {
        return RESERVED.contains(topLevel())
                || EXAMPLES.stream().anyMatch(example -> domain.equals(example) || domain.endsWith("." + example));
    }

    /** The domain that was probably meant; null when there is nothing to say. */
    public @Nullable String meant() {
        String slip = SLIPS.get(domain);
        return slip == null && SLIPS_OF_COM.contains(topLevel())
                ? domain.substring(0, domain.lastIndexOf('.')) + ".com"
                : slip;
    }

    private String topLevel() {
        return domain.substring(domain.lastIndexOf('.') + 1);
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return ""; // a label that is empty, too long or of signs
        }
    }
}

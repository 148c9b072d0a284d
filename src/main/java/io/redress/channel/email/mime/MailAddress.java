package io.redress.channel.email.mime;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.apache.james.mime4j.stream.ParserCursor;
import org.apache.james.mime4j.util.ByteSequence;
import org.apache.james.mime4j.util.ContentUtil;
import org.jspecify.annotations.Nullable;

/**
 * A mail address with the name that stood beside it.
 *
 * @param address bare and in lower case; empty when none could be read
 */
public record MailAddress(@Nullable String name, String address) {

    private static final MailAddress NONE = new MailAddress(null, "");
    private static final int LONGEST_NAME = 120;
    private static final int MOST_RECIPIENTS = 50;

    /** As people and their programs write it, whatever stands round it; bounded, so that it takes no time to look for. */
    private static final Pattern ADDRESS =
            Pattern.compile("[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~.-]{1,64}@[\\p{L}\\p{N}.-]{1,190}");

    private static final Pattern BARE =
            Pattern.compile("[^@\\s<>\"(),;:\\\\\\p{Cntrl}]+@[\\p{L}\\p{N}_.-]*[\\p{L}\\p{N}]");

    /** The first usable address of a field such as {@code From}; an empty one when the field has none. */
    public static MailAddress first(MailHeaders headers, String field) {
        return of(headers.raw(field));
    }

    /** As above, of what stands in such a field. */
    public static MailAddress of(String value) {
        // Quotes round encoded words are wrong (RFC 2047, 5) but common, and names need them when they hold a comma.
        String bare = value.replaceAll("\"\\s*(=\\?[^\"]*\\?=)\\s*\"", "$1");
        String line = ascii(EncodedWords.decode(bare, name -> "\"" + name.replaceAll("[\"\\\\\\p{Cntrl}]", "") + "\""));
        ByteSequence bytes = ContentUtil.encode(StandardCharsets.UTF_8, line);
        try {
            for (var mailbox : LenientAddressParser.DEFAULT
                    .parseAddressList(bytes, new ParserCursor(0, bytes.length()))
                    .flatten()) {
                String address = mailbox.getAddress().toLowerCase(Locale.ROOT);
                if (isAddress(address)) {
                    return new MailAddress(shown(mailbox.getName()), address);
                }
            }
        } catch (RuntimeException e) {
            return only(line).orElse(NONE);
        }
        return only(line)
                .orElseGet(() -> new MailAddress(line.contains("@") || line.contains(":") ? null : shown(line), ""));
    }

    /** The addresses of To and Cc, each once; of a mail to very many people the first {@value #MOST_RECIPIENTS}. */
    public static List<String> recipients(MailHeaders headers) {
        return addresses(headers, "to", "cc");
    }

    /** The addresses of a field, each once; of a field that comes twice, those of the topmost. */
    public static List<String> all(MailHeaders headers, String field) {
        return addresses(headers, field);
    }

    private static List<String> addresses(MailHeaders headers, String... fields) {
        return Stream.of(fields)
                .flatMap(field -> ADDRESS.matcher(ascii(EncodedWords.decode(headers.raw(field))))
                        .results())
                .map(found -> bare(found.group()))
                .filter(MailAddress::isAddress)
                .distinct()
                .limit(MOST_RECIPIENTS)
                .toList();
    }

    /** The address of a field that is written against the rules, if there is one only. */
    private static Optional<MailAddress> only(String line) {
        List<String> addresses = ADDRESS.matcher(line)
                .results()
                .map(found -> bare(found.group()))
                .filter(MailAddress::isAddress)
                .distinct()
                .toList();
        if (addresses.size() != 1) {
            return Optional.empty();
        }
        String name = ADDRESS.matcher(line)
                .replaceAll(" ")
                .replaceAll("(?i)mailto:|[<>\\[\\]()\",;]|(?<=\\s|^)'|'(?=\\s|$)", " ");
        return Optional.of(new MailAddress(shown(name), addresses.get(0)));
    }

    /** Outlook puts an address that stands for a name between apostrophes. */
    private static String bare(String found) {
        return found.replaceFirst("^['`]+", "").replaceFirst("[.-]+$", "").toLowerCase(Locale.ROOT);
    }

    /** Input methods for Chinese write the marks of an address in full width. */
    private static String ascii(String line) {
        return line.replace('＜', '<')
                .replace('＞', '>')
                .replace('＠', '@')
                .replace('〈', '<')
                .replace('〉', '>');
    }

    public boolean isKnown() {
        return !address.isEmpty();
    }

    public String localPart() {
        return address.substring(0, Math.max(0, address.indexOf('@')));
    }

    public String domain() {
        return address.substring(address.indexOf('@') + 1);
    }

    private static boolean isAddress(String address) {
        return address.length() <= 254 && BARE.matcher(address).matches();
    }

    private static @Nullable String shown(@Nullable String name) {
        if (name == null) {
            return null;
        }
        String plain = name.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ")
                .replace("\"", "")
                .strip()
                .replaceFirst("^['`](.*)['`]$", "$1");
        plain = StringUtils.truncate(plain, LONGEST_NAME);
        return plain.isEmpty() || plain.contains("<") || isAddress(plain) ? null : plain;
    }
}

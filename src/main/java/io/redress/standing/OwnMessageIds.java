package io.redress.standing;

import io.redress.handoff.KeyedDigest;
import io.redress.ticket.TicketNumber;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The Message-IDs of the mails that the hub sends to customers, {@code <R-….<mail>.<code>@domain>}. The code is an
 * HMAC-SHA256 (RFC 2104) cut to 96 bits, so that only who got the mail can name it. Mails that were sent by versions without
 * the code name a number and prove nothing.
 */
public final class OwnMessageIds {

    private static final int BYTES = 12;

    private static final Pattern OURS = Pattern.compile(
            "<(" + TicketNumber.FORM + ")\\.([a-z0-9-]{1,60})\\.([0-9a-f]{" + 2 * BYTES + "})@[^@<>\\s]+>",
            Pattern.CASE_INSENSITIVE);

    private final KeyedDigest digest;

    /** @param key at least 16 bytes, the same on all nodes and for as long as customers answer our mails */
    public OwnMessageIds(byte[] key) {
        this.digest = new KeyedDigest(key);
    }

    /** What stands between the ticket's number and the domain: the mail's name and its code. */
    public String signed(String number, String mail) {
        return mail + "." + code(number, mail);
    }

    /** The ticket about which the hub sent the mail with this Message-ID; empty when it sent none. */
    public Optional<String> ticketOf(String messageId) {
        var matcher = OURS.matcher(messageId);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        // Some mail programs change the case of what stands before the @.
        String mail = matcher.group(2).toLowerCase(Locale.ROOT);
        byte[] given = matcher.group(3).toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
        return TicketNumber.namedIn(matcher.group(1)).stream()
                .filter(number -> MessageDigest.isEqual(code(number, mail).getBytes(StandardCharsets.US_ASCII), given))
                .findFirst();
    }

    private String code(String number, String mail) {
        return digest.of(number + "." + mail).substring(0, 2 * BYTES);
    }
}

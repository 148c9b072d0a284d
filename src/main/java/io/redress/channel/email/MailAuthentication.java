package io.redress.channel.email;

import io.redress.channel.email.mime.AuthenticationResults;
import io.redress.channel.email.mime.MailHeaders;
import io.redress.channel.mailbox.FetchedMail;
import io.redress.intake.RawMessage;
import io.redress.intake.SenderVerification;
import java.net.IDN;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the server of our own mailbox found out about a mail's sender, from its field {@code Authentication-Results}
 * (RFC 8601). Anybody can write such a field into a mail, so of all of them only the topmost that bears the name of a
 * trusted server counts: servers put theirs above what came with the mail. None counts that stands below a server which
 * is not ours (the field {@code Received} that follows the one of a trusted server). A server that is named as trusted has
 * to remove foreign fields with its name, as RFC 8601, 5, demands of it.
 */
final class MailAuthentication {

    /** Attribute of an item: names of trusted servers, separated by commas. */
    static final String SERVERS = FetchedMail.TRUSTED_SERVERS;

    private static final String RESULTS = "authentication-results";
    private static final String RECEIVED = "received";
    private static final Pattern BY = Pattern.compile("(?i)(?:^|\\s)by\\s+([^\\s;()]+)");

    private final Set<String> trusted;

    /** @param trusted names of servers that count for every mailbox, in any case */
    MailAuthentication(Set<String> trusted) {
        this.trusted = trusted.stream().map(MailAuthentication::name).collect(Collectors.toUnmodifiableSet());
    }

    /** Proved or failed where a trusted server said so of the one address in From. */
    SenderVerification proof(RawMessage raw, Email mail) {
        Set<String> servers = servers(raw.attribute(SERVERS));
        String from = mail.from().address();
        boolean oneAuthor = mail.headers().inOrder(Set.of("from")).size() == 1
                && mail.from().isKnown();
        AuthenticationResults results = servers.isEmpty() ? null : topmost(mail.headers(), servers);
        if (results == null) {
            return SenderVerification.UNPROVED;
        }
        String domain = from.substring(from.lastIndexOf('@') + 1);
        SenderVerification proof = results.proof(ascii(domain));
        return oneAuthor || proof == SenderVerification.FAILED ? proof : SenderVerification.UNPROVED;
    }

    private Set<String> servers(@Nullable String ofTheChannel) {
        if (ofTheChannel == null) {
            return trusted;
        }
        return Stream.concat(
                        trusted.stream(), Arrays.stream(ofTheChannel.split(",")).map(MailAuthentication::name))
                .filter(server -> !server.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable AuthenticationResults topmost(MailHeaders headers, Set<String> servers) {
        boolean arrived = false;
        for (MailHeaders.Line line : headers.inOrder(Set.of(RESULTS, RECEIVED))) {
            if (line.name().equals(RECEIVED)) {
                boolean ours = isBy(line.value(), servers);
                if (arrived && !ours) {
                    return null;
                }
                arrived |= ours;
            } else {
                AuthenticationResults results = AuthenticationResults.of(line.value());
                if (results != null && servers.contains(name(results.server()))) {
                    return results;
                }
            }
        }
        return null;
    }

    private static boolean isBy(String received, Set<String> servers) {
        var by = BY.matcher(received);
        return by.find() && servers.contains(name(by.group(1)));
    }

    private static String name(String server) {
        return server.strip().toLowerCase(Locale.ROOT);
    }

    /** As servers write a domain; one that has no such form is left as it is. */
    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return domain;
        }
    }
}

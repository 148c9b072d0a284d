package io.redress.configuration.check;

import io.redress.channel.mailbox.FetchedMail;
import io.redress.channel.mailbox.graph.GraphMailbox;
import io.redress.configfile.Finding;
import io.redress.routes.file.BeanCatalog;
import io.redress.routes.file.EndpointUse;
import io.redress.routes.file.MailAccounts;
import io.redress.routes.file.Placeholder;
import io.redress.routes.file.RouteFile;
import io.redress.routes.file.RouteRule;
import io.redress.routes.file.RouteSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What fits together in a mailbox's parameters: the protocol has folders, each stands there once, and none is where mails are
 * moved to; mails to unknown addresses are ignored only by a field that their senders do not write.
 */
public record MailSourceRule(BeanCatalog beanCatalog) implements RouteRule {

    private static final Pattern FIELD = Pattern.compile("[!-9;-~]+");
    private static final Set<String> BY_SENDERS = Set.of("to", "cc", "bcc", "resent-to");

    @Override
    public List<Finding> check(RouteSet routes) {
        var findings = new ArrayList<Finding>();
        for (RouteFile file : routes.routes()) {
            MailAccounts.uses(file).stream()
                    .filter(use -> use.kamelet().equals(MailAccounts.SOURCE))
                    .forEach(use -> check(use, findings));
        }
        return findings;
    }

    private void check(EndpointUse use, List<Finding> findings) {
        String written = value(use, "folders");
        List<String> folders = Stream.of((written.isEmpty() ? value(use, "folder") : written).split(","))
                .map(String::strip)
                .toList();
        String at = written.isEmpty() ? "folder" : "folders";
        if (!written.isEmpty() && value(use, "protocol").startsWith("pop3")) {
            findings.add(
                    use.finding("POP3 has no folders", "remove folders, or use imaps for this mailbox", "folders"));
        }
        var seen = new TreeSet<String>();
        for (String folder : folders) {
            if (!written.isEmpty() && folder.isEmpty()) {
                findings.add(use.finding("a folder without a name", "write the folders as A, B, C", at));
            } else if (!seen.add(same(folder))) {
                findings.add(use.finding("folder " + folder + " is listed twice", "write it once", at));
            }
        }
        if (value(use, "protocol").equals(GraphMailbox.PROTOCOL)
                && value(use, "oauth").isEmpty()) {
            findings.add(use.finding(
                    "Microsoft Graph accepts no password", "set oauth: microsoft-graph, and its settings", "protocol"));
        }
        recipients(use, findings);
        String moveTo = value(use, "moveTo");
        if (!moveTo.isEmpty() && seen.contains(same(moveTo))) {
            findings.add(use.finding(
                    "mails are moved to folder " + moveTo + ", which is polled too",
                    "name another folder in moveTo, or take this one out of " + at,
                    "moveTo"));
        }
    }

    private void recipients(EndpointUse use, List<Finding> findings) {
        List<String> fields = Stream.of(
                        value(use, FetchedMail.RECIPIENT_HEADERS).split(","))
                .map(String::strip)
                .filter(field -> !field.isEmpty())
                .toList();
        if (fields.stream().anyMatch(field -> !FIELD.matcher(field).matches())) {
            findings.add(use.finding(
                    "recipientHeaders has what is not the name of a header field",
                    "write names such as X-Original-To, separated by commas",
                    FetchedMail.RECIPIENT_HEADERS));
        }
        boolean written = fields.stream().anyMatch(field -> BY_SENDERS.contains(field.toLowerCase(Locale.ROOT)));
        if (value(use, FetchedMail.UNKNOWN_RECIPIENTS).equals(FetchedMail.IGNORE) && (fields.isEmpty() || written)) {
            findings.add(use.finding(
                    "mails would be ignored by To and Cc, which senders write, and which do not show a blind copy (Bcc)",
                    "name in recipientHeaders the field that your mail server writes, such as X-Original-To or Delivered-To",
                    FetchedMail.UNKNOWN_RECIPIENTS));
        }
    }

    /** INBOX in any case is the same (RFC 3501, 5.1). */
    private static String same(String folder) {
        return folder.equalsIgnoreCase("INBOX") ? folder.toUpperCase(Locale.ROOT) : folder;
    }

    private String value(EndpointUse use, String parameter) {
        return Placeholder.filled(use.parameters().getOrDefault(parameter, ""), beanCatalog)
                .orElse("")
                .strip();
    }
}

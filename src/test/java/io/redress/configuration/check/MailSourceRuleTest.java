package io.redress.configuration.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.routes.SettingsCatalog;
import io.redress.routes.file.RouteFiles;
import io.redress.routes.file.RouteSet;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailSourceRuleTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            folders: "INBOX, Junk", protocol: pop3s    | POP3 has no folders → remove folders
            folders: "INBOX, Junk, Inbox"              | folder Inbox is listed twice → write it once
            folders: "INBOX,, Junk"                    | a folder without a name → write the folders as A, B, C
            folders: "INBOX, Done", moveTo: Done       | moved to folder Done, which is polled too → name another folder
            folder: Done, moveTo: Done                 | moved to folder Done, which is polled too → name another folder
            folders: "{{shop.folders}}", moveTo: Spam  | moved to folder Spam, which is polled too → name another folder
            unknownRecipients: ignore                  | mails would be ignored by To and Cc, which senders write, and which do not show a blind copy (Bcc) → name in recipientHeaders
            unknownRecipients: ignore, recipientHeaders: "X-Original-To, to" | mails would be ignored by To and Cc, which senders write, and which do not show a blind copy (Bcc) → name in
            protocol: graph, host: graph.microsoft.com | Microsoft Graph accepts no password → set oauth: microsoft-graph
            recipientHeaders: "X-Original-To: x"       | recipientHeaders has what is not the name of a header field → write names
            """)
    void a_mistake_is_told_with_its_remedy(String parameters, String finding) {
        assertThat(findings(parameters)).singleElement().satisfies(found -> assertThat(found)
                .contains(finding));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            folders: "INBOX, Junk E-mail, 投诉", moveTo: Done
            folder: Complaints
            unknownRecipients: ignore, recipientHeaders: "X-Original-To, Delivered-To"
            unknownRecipients: take
            host: imap.example.com
            """)
    void what_can_be_polled_has_no_finding(String parameters) {
        assertThat(findings(parameters)).isEmpty();
    }

    @Test
    void the_shipped_mailbox_has_none() {
        RouteSet routes = RouteSet.parse(new RouteFiles(Path.of("routes")).texts());
        assertThat(new MailSourceRule(new SettingsCatalog(Map.of())).check(routes))
                .isEmpty();
    }

    private static List<String> findings(String parameters) {
        String channel = "- route: {id: shop, from: {uri: 'kamelet:mail-source', parameters: {channel: shop, "
                + parameters + "}, steps: [{to: 'direct:hand-off'}]}}";
        RouteSet routes = RouteSet.parse(Map.of(Path.of("routes/channels/shop.camel.yaml"), channel));
        return new MailSourceRule(new SettingsCatalog(Map.of("shop.folders", "INBOX, Spam")))
                .check(routes).stream()
                        .map(found -> found.problem() + " → " + found.remedy())
                        .toList();
    }
}

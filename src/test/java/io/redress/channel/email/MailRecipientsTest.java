package io.redress.channel.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.configfile.InvalidConfiguration;
import io.redress.intake.CanonicalComplaint;
import io.redress.intake.ItemState;
import io.redress.intake.NormalizationResult;
import io.redress.intake.Original;
import io.redress.intake.RawMessage;
import io.redress.intake.Refusal;
import io.redress.language.LanguageDetector;
import io.redress.mapping.PhoneNumbers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the address tells to which a mail was sent. */
class MailRecipientsTest {

    private static final String RULES = """
            recipients:
              - {to: "Complaints+Store*@shop.example", store: "Store {*}"}
              - {to: warranty@shop.example, category: return, store: Head office}
              - {to: "*-press@shop.example"}
              - {to: "@stores.example", store: "{*}"}
            """;
    private static final Map<String, String> TRUSTED = Map.of("recipientHeaders", "X-Original-To, Delivered-To");

    @TempDir
    Path config;

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            To: complaints+store17@shop.example                      | Store 17    | -
            To: Shop <COMPLAINTS+STORE17@Shop.Example>               | Store 17    | -
            To: li@example.com, "A, B" <warranty@shop.example>       | Head office | return
            Cc: warranty@shop.example                                | Head office | return
            To: north@stores.example                                 | north       | -
            To: complaints+store@shop.example                        | -           | -
            To: complaints+store17@shop.example.evil.example         | -           | -
            To: xwarranty@shop.example                               | -           | -
            To: undisclosed-recipients:;                             | -           | -
            """)
    void the_first_rule_that_fits_an_address_tells_store_and_category(String header, String store, String category)
            throws Exception {
        var complaint = (CanonicalComplaint) read(Map.of(), header);
        assertThat(complaint.product().store()).isEqualTo(store);
        assertThat(complaint.hints().category()).isEqualTo(category);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            X-Original-To: north@stores.example\\nTo: south@stores.example                                        | north
            Delivered-To: north@stores.example\\nReceived: by mx\\nDelivered-To: forged@stores.example            | north
            Delivered-To: mailbox@shop.example\\nX-Original-To: north@stores.example                              | north
            To: south@stores.example                                                                              | -
            Delivered-To: nobody\\nTo: south@stores.example                                                       | -
            """)
    void what_the_server_writes_counts_and_what_the_sender_writes_does_not(String headers, String store)
            throws Exception {
        var complaint = (CanonicalComplaint) read(TRUSTED, headers);
        assertThat(complaint.product().store()).isEqualTo(store);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            X-Original-To: sales@shop.example\\nTo: north@stores.example | false
            X-Original-To: north@stores.example                          | true
            X-Original-To: the-press@shop.example                        | true
            X-Original-To: mailbox@shop.example                          | true
            X-Original-To: complaints@redress.test                       | true
            To: sales@shop.example                                       | true
            """)
    void a_mailbox_for_a_whole_domain_takes_the_addresses_that_are_known(String headers, boolean taken)
            throws Exception {
        var attributes = new TreeMap<>(TRUSTED);
        attributes.put("unknownRecipients", "ignore");
        NormalizationResult result = read(attributes, headers);
        if (taken) {
            assertThat(result).isInstanceOf(CanonicalComplaint.class);
            return;
        }
        assertThat(result).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.state()).isEqualTo(ItemState.IGNORED);
            assertThat(refusal.reason()).contains("sent to sales@shop.example", "recipients in config/mail-rules.yaml");
        });
    }

    @Test
    void without_that_setting_all_are_taken() throws Exception {
        assertThat(read(TRUSTED, "X-Original-To: sales@shop.example")).isInstanceOf(CanonicalComplaint.class);
    }

    @Test
    void a_mail_of_ours_to_an_address_of_ours_opens_no_ticket() throws Exception {
        NormalizationResult result = read(Map.of(), "To: warranty@shop.example\nX-Redress-Hub: redress.test");
        assertThat(((Refusal) result).state()).isEqualTo(ItemState.AUTO_REPLY);
    }

    @Test
    void a_thousand_addresses_take_no_time_and_tell_no_more_than_the_first() throws Exception {
        var headers = new StringBuilder("To: ");
        for (int i = 0; i < 1000; i++) {
            headers.append("a").append(i).append("@example.com,\n ");
        }
        var complaint = (CanonicalComplaint) read(Map.of(), headers + "warranty@shop.example");
        assertThat(complaint.hints().category()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            recipients: [{to: shop.example}]                                    | neither an address nor a domain
            recipients: [{to: 'a*b*@shop.example'}]                             | neither an address nor a domain
            recipients: [{to: 'a@*.example'}]                                   | neither an address nor a domain
            recipients: [{store: x}]                                            | to
            recipients: [{to: a@shop.example, store: '{*}'}]                    | but to: has no *
            recipients: [{to: a@shop.example, stor: x}]                         | unknown key 'stor'
            examples: [{to: a@shop.example, gives: complaint, store: '7'}]      | this example has the store '', not '7'
            examples: [{to: a@shop.example, gives: complaint, category: other}] | has the category '', not 'other'
            """)
    void mistakes_are_told_with_their_line(String written, String problem) {
        assertThatThrownBy(() -> rules("# mails\n" + written))
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessageContaining("mail-rules.yaml:2")
                .hasMessageContaining(problem);
    }

    @Test
    void a_category_that_is_none_is_told_with_the_nearest() throws Exception {
        assertThat(rules(RULES).unknownCategories(config, List.of("return", "other")))
                .isEmpty();
        assertThat(rules(RULES).unknownCategories(config, List.of("returns")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.toString())
                        .contains("mail-rules.yaml:3", "there is no category 'return'", "did you mean 'returns'?"));
    }

    private NormalizationResult read(Map<String, String> attributes, String headers) throws Exception {
        MailRules read = rules(RULES);
        byte[] mail = ("From: Li <li@example.com>\nSubject: The kettle leaks\n" + headers.replace("\\n", "\n")
                        + "\n\nIt leaks, please repair it.\n")
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8);
        var all = new TreeMap<>(attributes);
        all.put("address", "mailbox@shop.example");
        var raw = new RawMessage(
                "id", "R-1", "shop", "email", Instant.parse("2026-07-01T08:00:00Z"), null, all, Original.inline(mail));
        return new EmailNormalizer(
                        Set.of("complaints@redress.test"),
                        LanguageDetector::of,
                        new PhoneNumbers("CN"),
                        Set.of(),
                        () -> read)
                .read(raw, mail);
    }

    private MailRules rules(String rules) throws Exception {
        Files.writeString(config.resolve("mail-rules.yaml"), rules);
        return MailRules.read(config);
    }
}

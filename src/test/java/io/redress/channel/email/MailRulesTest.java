package io.redress.channel.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.configfile.InvalidConfiguration;
import io.redress.intake.CanonicalComplaint;
import io.redress.intake.ItemState;
import io.redress.intake.NormalizationResult;
import io.redress.intake.Refusal;
import io.redress.intake.SenderVerification;
import io.redress.language.LanguageDetector;
import io.redress.mapping.PhoneNumbers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailRulesTest {

    private static final String RULES = """
            deny:
              - {from: "@spam.example"}
              - {from: Troll@example.com}
            spam:
              - {header: X-Spam-Flag, matches: "^yes"}
              - {header: X-Junk}
            ignore:
              - {from: nagios@shop.example, subject: "^(problem|recovery)"}
            vip:
              - {from: "@big.example"}
            staff:
              - {from: "@shop.example"}
            """;

    @TempDir
    Path config;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "From: a@spam.example|denied|deny, line 2",
                "From: A <TROLL@Example.com>|denied|deny, line 3",
                "From: a@x.example\\nX-Spam-Flag: YES|takes it for spam|spam, line 5",
                "From: a@x.example\\nX-Junk:|takes it for spam|spam, line 6",
                "From: nagios@shop.example\\nSubject: PROBLEM: disk full|no complaints|ignore, line 8",
            })
    void a_rule_keeps_a_mail_from_becoming_a_ticket_and_is_named(String headers, String why, String rule)
            throws Exception {
        NormalizationResult result = read(RULES, headers.replace("\\n", "\n") + "\n\nThe kettle leaks.\n");
        assertThat(result).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.state()).isEqualTo(ItemState.IGNORED);
            assertThat(refusal.reason()).contains(why, "config/mail-rules.yaml", rule);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: a@notspam.example",
                "From: a@spam.example.com",
                "From: a@sub.spam.example",
                "From: a@x.example\nX-Spam-Flag: NO",
                "From: nagios@shop.example\nSubject: The problem with my kettle",
                "Subject: nobody"
            })
    void what_fits_no_rule_is_a_complaint(String headers) throws Exception {
        assertThat(read(RULES, headers + "\n\nThe kettle leaks.\n")).isInstanceOf(CanonicalComplaint.class);
    }

    @Test
    void a_vip_is_one() throws Exception {
        assertThat(complaint("From: li@big.example\n\nIt leaks.\n").customer().tier())
                .isEqualTo("vip");
        assertThat(complaint("From: li@small.example\n\nIt leaks.\n").customer().tier())
                .isNull();
    }

    @Test
    void a_vip_whose_mail_a_colleague_forwards_is_one_and_the_colleague_makes_none() throws Exception {
        String forward =
                "From: clerk@shop.example\nSubject: Fwd: Oven\n\n---------- Forwarded message ---------\nFrom: %s\n\nBroken.\n";
        assertThat(complaint(forward.formatted("li@big.example")).customer().tier())
                .isEqualTo("vip");
        String rules = RULES.replace("@big.example", "@shop.example");
        var other = (CanonicalComplaint) read(rules, forward.formatted("li@small.example"));
        assertThat(other.customer().tier()).isNull();
    }

    @Test
    void who_is_proved_to_be_another_is_no_vip() throws Exception {
        String forged = "Authentication-Results: mx.example.org; dmarc=fail header.from=big.example\n"
                + "From: li@big.example\n\nIt leaks.\n";
        assertThat(complaint(forged).customer().tier()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"^(a+)+$", "(.*)(.*)(.*)(.*)(.*)z", "^(\\w|\\s)*!$"})
    void a_sender_cannot_make_an_expression_try_for_ever(String expression) throws Exception {
        String rules = "deny: [{subject: '" + expression + "'}]";
        String subject = "a".repeat(15_000) + "?";
        assertThat(read(rules, "From: a@b.example\nSubject: " + subject + "\n\nIt leaks.\n"))
                .isInstanceOf(CanonicalComplaint.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Subject: Fwd: Oven\n\nplease handle\n\n---------- Forwarded message ---------\nFrom: Qian Yi <qian@example.net>\nDate: Fri, 27 Nov 2026\nSubject: Oven\nTo: <clerk@shop.example>\n\nThe oven door is broken.\n",
                "Subject: FW: Oven\n\nfyi\n\nFrom: Qian Yi <qian@example.net>\nSent: Friday, November 27, 2026 10:12 AM\nTo: clerk@shop.example\nSubject: Oven\n\nThe oven door is broken.\n",
                "Subject: FW: Oven\n\nFrom: Qian Yi [mailto:qian@example.net]\nSent: Friday, November 27, 2026 10:12 AM\nTo: Clerk\nSubject: Oven\n\nThe oven door is broken.\n",
                "Subject: =?utf-8?B?6L2s5Y+R77yaT3Zlbg==?=\nContent-Type: text/plain; charset=utf-8\n\n请处理\n\n------------------ 原始邮件 ------------------\n发件人: \"Qian Yi\"<qian@example.net>;\n发送时间: 2026年11月27日(星期五) 上午10:12\n收件人: \"clerk\"<clerk@shop.example>;\n主题: Oven\n\nThe oven door is broken.\n",
                "Subject: Fwd: Oven\n\nBegin forwarded message:\n\n> From: Qian Yi <qian@example.net>\n> Subject: Oven\n> Date: 27 November 2026\n>\n> The oven door is broken.\n",
                "Subject: Oven\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\nfyi\n--x\nContent-Type: message/rfc822\n\nFrom: Qian Yi <qian@example.net>\nSubject: Oven\n\nThe oven door is broken.\n--x--\n",
                "Subject: Fwd: Oven\nContent-Type: text/html\n\n<div>fyi</div><div>---------- Forwarded message ---------<br>From: <b>Qian Yi</b> &lt;<a href='mailto:qian@example.net'>qian@example.net</a>&gt;<br>Date: Fri<br>Subject: Oven<br></div><p>The oven door is broken.</p>\n",
            })
    void what_a_colleague_forwards_is_the_complaint_of_the_customer(String mail) throws Exception {
        CanonicalComplaint complaint = complaint("From: Clerk <clerk@shop.example>\n" + mail);
        assertThat(complaint.customer().emails()).containsExactly("qian@example.net");
        assertThat(complaint.customer().name()).isEqualTo("Qian Yi");
        assertThat(complaint.complaint().text()).contains("The oven door is broken.");
        assertThat(complaint.acknowledge()).isTrue();
        assertThat(complaint.proof()).isEqualTo(SenderVerification.UNPROVED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: li@example.com\nSubject: Fwd: Oven\n\n---------- Forwarded message ---------\nFrom: Shop <sales@other.example>\n\nYour order.\n",
                "From: clerk@shop.example\nSubject: Oven\n\nA customer called: the oven door is broken.\n",
                "From: clerk@shop.example\nSubject: Fwd: Oven\n\n---------- Forwarded message ---------\nFrom: no-reply@form.example\n\nOven\n",
                "From: clerk@shop.example\nSubject: Fwd: Oven\n\n---------- Forwarded message ---------\nFrom: complaints@redress.test\n\nYour number is R-1\n",
                "From: clerk@shop.example\nSubject: Re: Oven\n\nok\n\nFrom: Qian <qian@example.net>\nSent: Friday\nTo: clerk@shop.example\nSubject: Oven\n\nThe door.\n",
            })
    void other_forwarded_mails_are_from_their_senders(String mail) throws Exception {
        assertThat(complaint(mail).customer().emails()).doesNotContain("qian@example.net", "sales@other.example");
        assertThat(complaint(mail).customer().emails()).hasSize(1);
    }

    @Test
    void a_colleague_with_an_address_elsewhere_is_one_once_it_is_named() throws Exception {
        String mail = Files.readString(Path.of("src/test/resources/channel/email-staff/forward.eml"))
                .replace("\r\n", "\n");
        var complaint = (CanonicalComplaint) read("staff: [{from: clerk-m13@example.com}]", mail);
        assertThat(complaint.customer().emails()).containsExactly("qian.yi.m13@example.net");
    }

    @Test
    void without_a_file_there_are_no_rules_and_the_shipped_file_has_none_but_the_spam_flag() throws Exception {
        assertThat(MailRules.read(config)).isEqualTo(MailRules.none());
        MailRules shipped = MailRules.read(Path.of("config"));
        assertThat(shipped.spam()).hasSize(1);
        assertThat(shipped.deny()).isEmpty();
        assertThat(shipped.staff()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "denny: []|unknown key 'denny'",
                "deny: [{from: spam.example}]|neither an address nor a domain",
                "deny: [{}]|says nothing",
                "deny: [{form: '@x.example'}]|unknown key 'form'",
                "spam: [{matches: 'yes'}]|says nothing",
                "spam: [{from: a@b.c, matches: 'yes'}]|matches: stands without header:",
                "spam: [{header: 'X Spam'}]|not the name of a header field",
                "ignore: [{subject: '*problem'}]|no regular expression",
                "staff: [{from: '@shop.example', subject: x}]|known by from: alone",
                "examples: [{from: a@b.c, gives: complain}]|did you mean 'complaint'?",
                "examples: [{from: a@b.c, gives: vip}]|this example gives 'complaint', not 'vip'",
            })
    void mistakes_are_told_with_their_line(String written, String problem) {
        assertThatThrownBy(() -> rules("# mails\n" + written))
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessageContaining("mail-rules.yaml:2")
                .hasMessageContaining(problem);
    }

    private CanonicalComplaint complaint(String mail) throws Exception {
        return (CanonicalComplaint) read(RULES, mail);
    }

    private NormalizationResult read(String rules, String mail) throws Exception {
        MailRules read = rules(rules);
        byte[] bytes = mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        return new EmailNormalizer(
                        Set.of("complaints@redress.test"),
                        LanguageDetector::of,
                        new PhoneNumbers("CN"),
                        Set.of("mx.example.org"),
                        () -> read)
                .read(MailFixtures.raw(bytes), bytes);
    }

    private MailRules rules(String rules) throws Exception {
        Files.writeString(config.resolve("mail-rules.yaml"), rules);
        return MailRules.read(config);
    }
}

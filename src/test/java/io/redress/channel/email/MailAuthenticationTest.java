package io.redress.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.intake.CanonicalComplaint;
import io.redress.intake.Original;
import io.redress.intake.RawMessage;
import io.redress.intake.SenderVerification;
import io.redress.mapping.PhoneNumbers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a mailbox's own server says about the sender, and what senders say in its name. */
class MailAuthenticationTest {

    private static final String OURS = "mx.shop.test";
    private static final String RECEIVED =
            "Received: from evil.test (evil.test [192.0.2.7])\n by mx.shop.test with ESMTPS; "
                    + "Sat, 28 Nov 2026 10:00:00 +0800\n";
    private static final String FROM = "From: Li Lei <li@example.com>\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dmarc=pass (p=reject) header.from=example.com | PROVED",
                "DMARC = Pass header.from = Example.COM | PROVED",
                "dmarc/1=pass header.from=example.com; spf=fail smtp.mailfrom=evil.test | PROVED",
                "dkim=pass header.d=example.com header.s=a | PROVED",
                "dkim=fail header.d=other.test; dkim=pass header.i=@example.com | PROVED",
                "spf=pass smtp.mailfrom=bounce@example.com | PROVED",
                "spf=pass smtp.mailfrom=example.com; dkim=none | PROVED",
                "dmarc=fail header.from=example.com; dkim=pass header.d=example.com | FAILED",
                "spf=fail smtp.mailfrom=example.com; dkim=fail header.d=example.com | FAILED",
                "dmarc=none; spf=none; dkim=none | UNPROVED",
                "none | UNPROVED",
                "dmarc=pass header.from=evil.test | UNPROVED",
                "dmarc=pass | UNPROVED",
                "dkim=pass header.d=evil.test | UNPROVED",
                "dkim=pass header.d=com | UNPROVED",
                "dkim=pass header.d=ample.com | UNPROVED",
                "dkim=pass header.d=sub.example.com | UNPROVED",
                "spf=pass smtp.helo=example.com | UNPROVED",
                "spf=pass smtp.mailfrom=li@example.com.evil.test | UNPROVED",
                "spf=softfail smtp.mailfrom=example.com; dkim=fail header.d=example.com | UNPROVED",
                "dmarc=temperror header.from=example.com | UNPROVED",
            })
    void the_servers_own_results_tell_what_was_proved(String results, SenderVerification proof) {
        assertThat(proof(RECEIVED + "Authentication-Results: " + OURS + "; " + results + "\n" + FROM))
                .isEqualTo(proof);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spf=none smtp.mailfrom=\"x; dmarc=pass header.from=example.com\"@evil.test",
                "spf=none smtp.mailfrom=\"x\\\"; dmarc=pass header.from=example.com; y\"@evil.test",
                "spf=none (evil.test; dmarc=pass header.from=example.com)",
                "spf=none (a \\) ; dmarc=pass header.from=example.com)",
                "spf=none ((a) ; dmarc=pass header.from=example.com)",
                "spf=none (left open; dmarc=pass header.from=example.com",
                "spf=none \"left open; dmarc=pass header.from=example.com",
                "spf=none reason=\"dmarc=pass header.from=example.com\"",
                "spf=none; x=dmarc=pass header.from=example.com",
            })
    void what_a_sender_writes_within_the_servers_own_field_is_no_result(String results) {
        assertThat(proof(RECEIVED + "Authentication-Results: " + OURS + "; " + results + "\n" + FROM))
                .isEqualTo(SenderVerification.UNPROVED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // below the server's own result
                "Authentication-Results: mx.shop.test; dmarc=fail header.from=example.com\n" + RECEIVED
                        + "Authentication-Results: mx.shop.test; dmarc=pass header.from=example.com\n",
                RECEIVED + "Authentication-Results: mx.shop.test; spf=none\n"
                        + "Authentication-Results: mx.shop.test; dmarc=pass header.from=example.com\n",
                // of another server, or of none
                RECEIVED + "Authentication-Results: mx.evil.test; dmarc=pass header.from=example.com\n",
                RECEIVED + "Authentication-Results: mx.shop.test.evil.test; dmarc=pass header.from=example.com\n",
                RECEIVED + "Authentication-Results: dmarc=pass header.from=example.com\n",
                RECEIVED + "Authentication-Results: ; dmarc=pass header.from=example.com\n",
                RECEIVED + "Authentication-Results: (mx.shop.test) evil.test; dmarc=pass header.from=example.com\n",
                RECEIVED + "ARC-Authentication-Results: i=1; mx.shop.test; dmarc=pass header.from=example.com\n",
                RECEIVED + "X-Authentication-Results: mx.shop.test; dmarc=pass header.from=example.com\n",
                // written before the mail came to us
                RECEIVED + "Received: from a by relay.evil.test; Sat, 28 Nov 2026 09:00:00 +0800\n"
                        + "Authentication-Results: mx.shop.test; dmarc=pass header.from=example.com\n",
                // two authors
                RECEIVED + "Authentication-Results: mx.shop.test; dmarc=pass header.from=example.com\n"
                        + "From: evil@evil.test\n",
            })
    void a_sender_cannot_speak_in_the_servers_name(String headers) {
        assertThat(proof(headers + FROM)).isNotEqualTo(SenderVerification.PROVED);
    }

    @Test
    void a_channel_may_name_its_own_servers_and_their_names_are_read_in_any_case() {
        String mail = "Authentication-Results: Other.Shop.TEST 1; dmarc=pass header.from=example.com\n" + FROM;
        assertThat(proof(mail)).isEqualTo(SenderVerification.UNPROVED);
        assertThat(proof(mail, Map.of(MailAuthentication.SERVERS, "a.test, other.shop.test")))
                .isEqualTo(SenderVerification.PROVED);
    }

    @Test
    void without_a_trusted_name_nothing_is_believed() {
        String mail = "Authentication-Results: mx.shop.test; dmarc=pass header.from=example.com\n" + FROM + "\nHello";
        assertThat(new MailAuthentication(Set.of()).proof(raw(Map.of()), email(mail)))
                .isEqualTo(SenderVerification.UNPROVED);
    }

    @Test
    void the_proof_of_a_machines_address_is_none_of_whom_its_reply_to_names() {
        byte[] mail = ("Authentication-Results: " + OURS + "; dmarc=pass header.from=evil.example\n"
                        + "From: no-reply@evil.example\nReply-To: victim@example.com\n\nThe cup is broken.")
                .getBytes(StandardCharsets.UTF_8);
        var normalizer =
                new EmailNormalizer(Set.of(), text -> "en", new PhoneNumbers("CN"), Set.of(OURS), MailRules::none);

        var complaint = (CanonicalComplaint) normalizer.read(raw(Map.of()), mail);

        assertThat(complaint.customer().emails()).containsExactly("victim@example.com");
        assertThat(complaint.proof()).isEqualTo(SenderVerification.UNPROVED);
    }

    private static SenderVerification proof(String headers) {
        return proof(headers, Map.of());
    }

    private static SenderVerification proof(String headers, Map<String, String> attributes) {
        return new MailAuthentication(Set.of(OURS)).proof(raw(attributes), email(headers + "\nHello"));
    }

    private static Email email(String mail) {
        return Email.of(MimeReader.read(mail.getBytes(StandardCharsets.UTF_8)));
    }

    private static RawMessage raw(Map<String, String> attributes) {
        return new RawMessage("i", "R", "mail", "email", Instant.EPOCH, null, attributes, Original.inline(new byte[0]));
    }
}

package io.redress.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.redress.channel.email.EmailNormalizer;
import io.redress.channel.email.MailRules;
import io.redress.channel.mailbox.MailCompletenessProbe;
import io.redress.language.LanguageDetector;
import io.redress.mapping.PhoneNumbers;
import java.util.Map;
import java.util.Set;

/** Mails, whole and as the mailbox gives them out. */
class MailFuzzTest {

    private final EmailNormalizer mails = new EmailNormalizer(
            Set.of("complaints@redress.test"), LanguageDetector::of, new PhoneNumbers("CN"), Set.of(), MailRules::none);

    @FuzzTest
    void any_bytes_are_a_mail_or_refused(byte[] mail) {
        ParserInvariants.check(mails.read(
                ParserInvariants.raw("email", mail, null, Map.of("address", "complaints@redress.test")), mail));
        MailCompletenessProbe.of(mail);
    }
}

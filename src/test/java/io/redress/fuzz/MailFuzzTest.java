package io.redress.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.redress.channel.email.EmailNormalizer;
import io.redress.channel.email.MailOriginals;
import io.redress.language.LanguageGuess;
import io.redress.mapping.PhoneNumbers;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Set;

/** Mails, whole and as the mailbox gives them out. */
class MailFuzzTest {

    private final EmailNormalizer mails =
            new EmailNormalizer(Set.of("complaints@redress.test"), LanguageGuess::of, new PhoneNumbers("CN"));
    private final MailOriginals originals = new MailOriginals();

    @FuzzTest
    void any_bytes_are_a_mail_or_refused(byte[] mail) {
        Sound.check(mails.read(Sound.raw("email", mail, null, Map.of("address", "complaints@redress.test")), mail));
        try {
            var message = new MimeMessage(null, new ByteArrayInputStream(mail));
            originals.fetch(message, "complaints@redress.test", 1024);
        } catch (MessagingException e) {
            return; // the documented way to say that the mailbox is to be asked again
        }
    }
}

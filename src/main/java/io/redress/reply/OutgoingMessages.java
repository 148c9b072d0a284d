package io.redress.reply;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;

/** Turns prepared mails into what a mail server's client takes. */
public final class OutgoingMessages {

    /**
     * The mail as it stands in {@link OutgoingMail#bytes()}.
     *
     * @throws MessagingException when the bytes are not a mail
     */
    public MimeMessage message(byte[] mail) throws MessagingException {
        return new MimeMessage(AutomaticMail.SESSION, new ByteArrayInputStream(mail));
    }
}

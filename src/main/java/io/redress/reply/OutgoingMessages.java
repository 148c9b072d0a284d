package io.redress.reply;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.Properties;

/** Turns prepared mails into what a mail server's client takes. */
public final class OutgoingMessages {

    /**
     * The mail as it stands in {@link OutgoingMail#bytes()}.
     *
     * @throws MessagingException when the bytes are no mail
     */
    public MimeMessage message(byte[] mail) throws MessagingException {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
    }
}

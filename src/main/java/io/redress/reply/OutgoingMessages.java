package io.redress.reply;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;

/** Turns prepared mails into what a mail server's client takes. */
public final class OutgoingMessages {

    /**
     * The mail as it stands in {@link OutgoingMail#bytes()}, and with its Message-ID whatever the client makes of it: for a server
     * that takes 8 bits (RFC 6152) it writes a Chinese mail anew, and would give it another name, by which no answer is known.
     *
     * @throws MessagingException when the bytes are not a mail
     */
    public MimeMessage message(byte[] mail) throws MessagingException {
        return new MimeMessage(AutomaticMail.SESSION, new ByteArrayInputStream(mail)) {
            @Override
            protected void updateMessageID() throws MessagingException {
                if (getMessageID() == null) {
                    super.updateMessageID();
                }
            }
        };
    }
}

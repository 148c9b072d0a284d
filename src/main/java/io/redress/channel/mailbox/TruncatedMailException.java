package io.redress.channel.mailbox;

import jakarta.mail.MessagingException;

/** A mail whose body did not come whole; the message says what came, in a reader's words. */
public final class TruncatedMailException extends MessagingException {

    private static final long serialVersionUID = 1L;

    public TruncatedMailException(String message) {
        super(message);
    }
}

package io.redress.channel.mailbox;

import jakarta.mail.MessagingException;

/** Nobody knows where in its server's answer the reader of a connection stopped; it is cut, though the reader does not know it. */
final class UnusableConnectionException extends MessagingException {

    private static final long serialVersionUID = 1L;

    UnusableConnectionException(String message, Exception cause) {
        super(message, cause);
    }
}

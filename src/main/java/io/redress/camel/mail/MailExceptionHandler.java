package io.redress.camel.mail;

import jakarta.mail.MessagingException;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.support.LoggingExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Logs nothing that is told as the channel's trouble, once. */
final class MailExceptionHandler extends LoggingExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(MailExceptionHandler.class);

    MailExceptionHandler(CamelContext camel) {
        super(camel, MailboxConsumer.class);
    }

    @Override
    public void handleException(String message, @Nullable Exchange exchange, Throwable exception) {
        if (exception instanceof MessagingException || exception instanceof DataAccessException) {
            LOG.debug(message, exception);
        } else {
            super.handleException(message, exchange, exception);
        }
    }
}

package io.redress.camel.file;

import com.jcraft.jsch.SftpException;
import io.redress.channel.callcenter.inbox.InboxMonitor;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.FileComponent;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.support.LoggingExceptionHandler;
import org.jspecify.annotations.Nullable;

/** Tells of a file that an SFTP server does not let the hub read or move, in place of a line in the log at each poll. */
public final class SftpFileErrorHandler implements ExceptionHandler {

    private final InboxMonitor inboxMonitor;
    private final ExceptionHandler log;

    public SftpFileErrorHandler(CamelContext camel, InboxMonitor inboxMonitor) {
        this.inboxMonitor = inboxMonitor;
        this.log = new LoggingExceptionHandler(camel, SftpFileErrorHandler.class);
    }

    @Override
    public void handleException(Throwable exception) {
        log.handleException(exception);
    }

    @Override
    public void handleException(String message, Throwable exception) {
        log.handleException(message, exception);
    }

    @Override
    public void handleException(@Nullable String message, @Nullable Exchange exchange, Throwable exception) {
        if (exchange != null
                && exception instanceof GenericFileOperationFailedException
                && rootOf(exception) instanceof SftpException refused
                && exchange.getProperty(FileComponent.FILE_EXCHANGE_FILE) instanceof GenericFile<?> file) {
            inboxMonitor.refused(
                    ChannelNameResolver.name(exchange.getContext(), exchange.getFromRouteId()),
                    file.getFileNameOnly(),
                    String.valueOf(refused.getMessage()));
        } else {
            log.handleException(message, exchange, exception);
        }
    }

    /** The server's own status where it refused; anything else where the connection broke. */
    private static Throwable rootOf(Throwable error) {
        Throwable cause = error;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause;
    }
}

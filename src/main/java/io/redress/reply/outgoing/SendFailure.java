package io.redress.reply.outgoing;

import io.redress.reply.ReplyDelayed;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Why a message could not be sent, in words without anything of the message itself. */
final class SendFailure {

    private SendFailure() {}

    /** The network's own words, which name the server at most; the platform's codes, of one that delays it; of any other error, whose words may quote the message, its kind. */
    static String words(Throwable error) {
        Throwable cause = error;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        boolean network = cause instanceof SocketException
                || cause instanceof SocketTimeoutException
                || cause instanceof UnknownHostException
                || cause instanceof SSLException;
        ReplyDelayed delayed = delayed(error);
        if (delayed != null) {
            return String.valueOf(delayed.getMessage());
        }
        return network
                ? cause.getClass().getSimpleName() + ": " + cause.getMessage()
                : error.getClass().getName();
    }

    /** How long the other side wants to be left alone; null when it did not say. */
    static @Nullable Duration pause(Throwable error) {
        ReplyDelayed delayed = delayed(error);
        return delayed == null ? null : delayed.pause();
    }

    private static @Nullable ReplyDelayed delayed(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof ReplyDelayed delayed) {
                return delayed;
            }
        }
        return null;
    }
}

package io.redress.reply.outgoing;

import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** Why a message could not be sent, in words without anything of the message itself. */
final class SendFailure {

    private SendFailure() {}

    /** The network's own words, which name the server at most; of any other error, whose words may quote the message, its kind. */
    static String words(Throwable error) {
        Throwable cause = error;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        boolean network = cause instanceof SocketException
                || cause instanceof SocketTimeoutException
                || cause instanceof UnknownHostException
                || cause instanceof SSLException;
        return network
                ? cause.getClass().getSimpleName() + ": " + cause.getMessage()
                : error.getClass().getName();
    }
}

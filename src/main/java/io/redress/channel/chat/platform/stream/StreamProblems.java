package io.redress.channel.chat.platform.stream;

import io.redress.channel.ChannelProblem;
import io.redress.channel.chat.platform.outbound.StreamOpening.AddressNotAllowed;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocketHandshakeException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.jspecify.annotations.Nullable;

/** Says in an operator's words what keeps a stream from its work, and what can be done. */
final class StreamProblems {

    /** The aspect of what keeps the connection from being open. */
    static final String CONNECTION = "stream";
    /** The aspect of frames that cannot be taken. */
    static final String FRAMES = "frames";

    private static final int MOST = 200;
    private static final String NETWORK =
            "Let the hub reach the platform by HTTPS, through a proxy with -Dhttps.proxyHost; it reconnects by itself";
    /** Answers that say that the request may do better later. */
    private static final Set<Integer> LATER = Set.of(408, 425, 429);

    private StreamProblems() {}

    /** A setting, or the platform's file, cannot be used. */
    static OpeningFailed misconfigured(String why) {
        return failed("no connection can be opened: " + why, "Correct it; the hub reconnects by itself", null, true);
    }

    /** The platform answered, and gave no address. */
    static OpeningFailed refused(StreamAccess access, int status, String words) {
        boolean later = status >= 500 || LATER.contains(status);
        return later
                ? failed(
                        access.title() + " does not open a connection at the moment",
                        "Check the platform's status page; the hub tries again by itself",
                        words,
                        false)
                : failed(access.title() + " refuses to open a connection", access.remedy(), words, true);
    }

    static OpeningFailed notAllowed(StreamAccess access, AddressNotAllowed error) {
        return failed(
                access.title() + " gave an address that the hub refuses: " + error.getMessage(),
                "If the platform documents another host, add it to stream.hosts in its file of config/platforms",
                null,
                true);
    }

    /** The server that the address names did not take the connection, or nothing could be asked. */
    static OpeningFailed unreachable(StreamAccess access, Throwable error) {
        WebSocketHandshakeException refusal = ExceptionUtils.throwableOfType(error, WebSocketHandshakeException.class);
        if (refusal != null) {
            return failed(
                    access.title() + " rejects the WebSocket at the address that it gave",
                    "Check whether a proxy in between blocks WebSockets; the hub tries again by itself",
                    "HTTP " + refusal.getResponse().statusCode(),
                    false);
        }
        return failed("no connection to " + access.title() + ": " + cause(error), NETWORK, null, false);
    }

    private static String cause(Throwable error) {
        if (has(error, UnknownHostException.class) || has(error, UnresolvedAddressException.class)) {
            return "the host is unknown";
        }
        if (has(error, SSLException.class)) {
            return "the TLS handshake fails";
        }
        if (has(error, TimeoutException.class) || has(error, HttpTimeoutException.class)) {
            return "it does not answer in time";
        }
        return has(error, ConnectException.class)
                ? "connection refused"
                : "the connection broke ("
                        + ExceptionUtils.getRootCause(error).getClass().getSimpleName() + ")";
    }

    private static boolean has(Throwable error, Class<? extends Throwable> type) {
        return ExceptionUtils.indexOfType(error, type) >= 0;
    }

    /** Connections that end soon, one after the other. */
    static ChannelProblem ends(String title, String why) {
        return new ChannelProblem(
                CONNECTION,
                "connections to " + title + " end soon after they were opened",
                "Check whether a proxy or a firewall closes them, and whether too many other clients use the same app",
                StringUtils.truncate(why, MOST));
    }

    static ChannelProblem frame(String title, String why) {
        return new ChannelProblem(
                FRAMES,
                "the hub cannot take a frame that " + title + " sent: " + StringUtils.truncate(why, MOST),
                "Compare stream: and maxBytes with the platform's documentation; the platform sends the message again for a while",
                null);
    }

    private static OpeningFailed failed(String problem, String remedy, @Nullable String words, boolean lasting) {
        return new OpeningFailed(new ChannelProblem(CONNECTION, problem, remedy, words), lasting);
    }
}

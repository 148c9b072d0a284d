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
            "Let the hub reach the platform by HTTPS, through a proxy with -Dhttps.proxyHost; it goes on by itself";
    /** Answers that say that the request may do better later. */
    private static final Set<Integer> LATER = Set.of(408, 425, 429);

    private StreamProblems() {}

    /** A setting, or the platform's file, cannot be used. */
    static OpeningFailed misconfigured(String why) {
        return failed("no connection can be opened: " + why, "Correct it; the hub goes on by itself", null, true);
    }

    /** The platform answered, and gave no address. */
    static OpeningFailed refused(StreamAccess access, int status, String words) {
        boolean later = status >= 500 || LATER.contains(status);
        return later
                ? failed(
                        access.title() + " opens no connection for now",
                        "Look at the platform's status page; the hub goes on by itself",
                        words,
                        false)
                : failed(access.title() + " refuses to open a connection", access.remedy(), words, true);
    }

    static OpeningFailed notAllowed(StreamAccess access, AddressNotAllowed error) {
        return failed(
                access.title() + " gave an address that is not used: " + error.getMessage(),
                "If the platform documents another host, add it to stream.hosts in its file of config/platforms",
                null,
                true);
    }

    /** The server that the address names did not take the connection, or nothing could be asked. */
    static OpeningFailed unreachable(StreamAccess access, Throwable error) {
        WebSocketHandshakeException refusal = ExceptionUtils.throwableOfType(error, WebSocketHandshakeException.class);
        if (refusal != null) {
            return failed(
                    access.title() + " does not take the connection that it offered",
                    "See whether a proxy in between lets WebSockets pass; the hub goes on by itself",
                    "HTTP " + refusal.getResponse().statusCode(),
                    false);
        }
        return failed("no connection to " + access.title() + ": " + cause(error), NETWORK, null, false);
    }

    private static String cause(Throwable error) {
        if (has(error, UnknownHostException.class) || has(error, UnresolvedAddressException.class)) {
            return "there is no such host";
        }
        if (has(error, SSLException.class)) {
            return "the server's certificate or its TLS is not accepted";
        }
        if (has(error, TimeoutException.class) || has(error, HttpTimeoutException.class)) {
            return "it does not answer in time";
        }
        return has(error, ConnectException.class)
                ? "nothing answers there"
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
                "See whether a proxy or a firewall in between ends them, and whether too many others use the same app",
                StringUtils.truncate(why, MOST));
    }

    static ChannelProblem frame(String title, String why) {
        return new ChannelProblem(
                FRAMES,
                "something that " + title + " sent is not taken: " + StringUtils.truncate(why, MOST),
                "Compare stream: and maxBytes with the platform's documentation; the platform sends a message again for a while",
                null);
    }

    private static OpeningFailed failed(String problem, String remedy, @Nullable String words, boolean lasting) {
        return new OpeningFailed(new ChannelProblem(CONNECTION, problem, remedy, words), lasting);
    }
}

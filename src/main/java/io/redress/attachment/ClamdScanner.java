package io.redress.attachment;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks clamd. One that is not well is left alone for half a minute: nobody waits for it meanwhile, so that a scanner that
 * hangs slows one arrival down, not all of them. It is not well when it answers no ping; what else goes wrong concerns one
 * file, and a stranger who sends such files keeps no other from being scanned.
 */
public final class ClamdScanner implements MalwareScanner {

    private static final Logger LOG = LoggerFactory.getLogger(ClamdScanner.class);
    private static final Duration LEFT_ALONE = Duration.ofSeconds(30);
    private static final Duration SAID_ONCE = Duration.ofMinutes(1);
    private static final Duration PING = Duration.ofSeconds(2);
    private static final Duration PING_AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Pattern FOUND = Pattern.compile("stream: (.{1,300}) FOUND");
    private static final Pattern ERROR = Pattern.compile("stream: (.{1,300}) ERROR");

    /** What clamd says when its own memory or disk fails (cl_strerror in libclamav); later it may scan the same file. */
    private static final Pattern OWN_TROUBLE = Pattern.compile(
            "Can't (open|create|unlink|get|read|set|write|duplicate|access|map|allocate|verify) .*|Malformed database"
                    + "|Mutex lock failed|Scanner still active|Bad state.*");

    private final String address;
    private final long mostBytes;
    private final AtomicLong awayUntil = new AtomicLong(System.nanoTime());
    private final AtomicLong silentUntil = new AtomicLong(System.nanoTime());

    /**
     * @param address {@code tcp://host:port} or {@code unix:/path/to/socket}
     * @param mostBytes not above clamd's own {@code StreamMaxLength}
     * @throws IllegalArgumentException when the address is none
     */
    public ClamdScanner(String address, long mostBytes) {
        this.address = address;
        this.mostBytes = mostBytes;
        if (!address.startsWith("unix:/")) {
            tcp(address);
        }
    }

    @Override
    public Verdict scan(byte[] bytes, Duration limit) {
        if (bytes.length > mostBytes) {
            return new Verdict.TooBig();
        }
        if (awayUntil.get() - System.nanoTime() > 0) {
            return new Verdict.Away("it did not answer a moment ago");
        }
        Verdict verdict;
        try {
            verdict = verdict(ClamdClient.instream(socket(), bytes, limit));
        } catch (IOException | RuntimeException e) {
            verdict = new Verdict.Away(String.valueOf(e.getMessage()));
        }
        if (verdict instanceof Verdict.Away away) {
            look(away.reason());
        }
        return verdict;
    }

    private void look(String reason) {
        long now = System.nanoTime();
        if (trouble(PING_AFTER_FAILURE) != null) {
            awayUntil.set(System.nanoTime() + LEFT_ALONE.toNanos());
            LOG.warn("The scanner at {} is unavailable ({}); attachments wait for it", address, reason);
        } else if (now - silentUntil.get() >= 0) {
            silentUntil.set(now + SAID_ONCE.toNanos());
            LOG.warn("The scanner at {} works, but a file was not scanned ({}); the scan is retried", address, reason);
        }
    }

    private static Verdict verdict(String answer) {
        Matcher found = FOUND.matcher(answer);
        if (found.matches()) {
            return new Verdict.Infected(found.group(1));
        }
        if (answer.equals("stream: OK")) {
            return new Verdict.Clean();
        }
        if (answer.startsWith("INSTREAM size limit exceeded")) {
            return new Verdict.TooBig();
        }
        Matcher error = ERROR.matcher(answer);
        if (error.matches() && !OWN_TROUBLE.matcher(error.group(1)).matches()) {
            return new Verdict.Unscannable(error.group(1));
        }
        return new Verdict.Away("it answered '" + (answer.length() > 100 ? answer.substring(0, 100) : answer) + "'");
    }

    @Override
    public @Nullable String trouble() {
        return trouble(PING);
    }

    private @Nullable String trouble(Duration limit) {
        try {
            String answer = ClamdClient.ping(socket(), limit);
            if (answer.equals("PONG")) {
                awayUntil.set(System.nanoTime());
                return null;
            }
            return "it answered a ping with something else";
        } catch (IOException | RuntimeException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** The name is looked up each time: a scanner that moves is found again. */
    private SocketAddress socket() throws UnknownHostException {
        if (address.startsWith("unix:/")) {
            return UnixDomainSocketAddress.of(Path.of(address.substring("unix:".length())));
        }
        URI tcp = tcp(address);
        return new InetSocketAddress(InetAddress.getByName(tcp.getHost()), tcp.getPort());
    }

    private static URI tcp(String address) {
        URI tcp = URI.create(address);
        if (!"tcp".equals(tcp.getScheme()) || tcp.getHost() == null || tcp.getPort() <= 0) {
            throw new IllegalArgumentException(
                    "'" + address + "' is not the address of a scanner: write tcp://host:port or unix:/path");
        }
        return tcp;
    }
}
